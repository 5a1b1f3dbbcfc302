import { useId } from 'preact/hooks';
import { COLOURS, type Colour } from '../core/model/person';
import { type MessageKey, useStrings } from './strings';
import './colour-choice.css';

/** The names of the colours. */
export const COLOUR_NAMES: Readonly<Record<Colour, MessageKey>> = {
  red: 'colour.red',
  orange: 'colour.orange',
  yellow: 'colour.yellow',
  green: 'colour.green',
  teal: 'colour.teal',
  blue: 'colour.blue',
  violet: 'colour.violet',
  grey: 'colour.grey',
};

interface Props {
  readonly label: string;
  /** null: none is chosen yet. */
  readonly value: Colour | null;
  readonly onChange: (colour: Colour) => void;
}

/** One of the eight colours: a radio group of dots, each with its name. */
export function ColourChoice({ label, value, onChange }: Props) {
  const { t } = useStrings();
  const name = useId();
  return (
    <fieldset class="colours" aria-label={label}>
      {COLOURS.map((colour) => (
        <label key={colour} title={t(COLOUR_NAMES[colour])}>
          <input
            type="radio"
            name={name}
            aria-label={t(COLOUR_NAMES[colour])}
            checked={colour === value}
            onChange={() => onChange(colour)}
          />
          <span style={{ background: `var(--tag-${colour})` }} />
        </label>
      ))}
    </fieldset>
  );
}

import { COLOURS, type Colour } from '../../core/model/person';
import type { Translate } from '../../core/text/strings';

interface Props {
  readonly t: Translate;
  readonly value: Colour;
  readonly onChange: (colour: Colour) => void;
}

/** One colour out of the eight of the tokens, by pointer or arrow keys. */
export function Colours({ t, value, onChange }: Props) {
  return (
    <fieldset class="colours" aria-label={t('page.tag.colour')}>
      {COLOURS.map((name) => (
        <input
          key={name}
          type="radio"
          name="colour"
          class="colour"
          value={name}
          checked={name === value}
          aria-label={t(`page.colour.${name}`)}
          title={t(`page.colour.${name}`)}
          style={{ background: `var(--tag-${name})` }}
          onChange={() => onChange(name)}
        />
      ))}
    </fieldset>
  );
}

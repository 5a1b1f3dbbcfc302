import { useId, useState } from 'preact/hooks';
import { COLOURS, type Colour, type Label } from '../core/model/person';
import { ColourChoice } from './colour-choice';
import { Icon } from './icon';
import { LabelChip } from './label-chip';
import { useStrings } from './strings';
import './label-editor.css';

const LABEL_LIMIT = 80; // characters, as the model promises

interface Props {
  readonly labels: readonly Label[];
  /** Labels used before, most used first: offered while typing, each with its colour. */
  readonly suggestions: readonly Label[];
  readonly onChange: (labels: readonly Label[]) => void;
}

/** A person's labels: take one away, or add one with a colour. A text that was used before brings its colour along. */
export function LabelEditor({ labels, suggestions, onChange }: Props) {
  const { t } = useStrings();
  const list = useId();
  const [text, setText] = useState('');
  const [colour, setColour] = useState<Colour>(COLOURS[0]!);
  const type = (value: string) => {
    setText(value);
    const known = suggestions.find((label) => label.text === value.trim());
    if (known) setColour(known.colour);
  };
  const add = () => {
    const wanted = text.trim();
    if (wanted === '') return;
    onChange([...labels.filter((label) => label.text !== wanted), { text: wanted, colour }]);
    setText('');
  };
  return (
    <div class="stack">
      {labels.length > 0 && (
        <ul class="row">
          {labels.map((label) => (
            <li key={label.text} class="label-worn">
              <LabelChip label={label} />
              <button
                type="button"
                class="btn icon plain small"
                aria-label={t('label.remove', { label: label.text })}
                title={t('label.remove', { label: label.text })}
                onClick={() => onChange(labels.filter((other) => other.text !== label.text))}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          class="field label-text"
          aria-label={t('label.text')}
          placeholder={t('label.text')}
          list={list}
          maxLength={LABEL_LIMIT}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <datalist id={list}>
          {suggestions.map((label) => (
            <option key={`${label.text} ${label.colour}`} value={label.text} />
          ))}
        </datalist>
        <ColourChoice label={t('label.colour')} value={colour} onChange={setColour} />
        <button type="submit" class="btn field-height">
          {t('common.add')}
        </button>
      </form>
    </div>
  );
}

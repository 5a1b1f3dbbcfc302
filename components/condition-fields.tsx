import { useState } from 'preact/hooks';
import type { Condition } from '../core/model/rule';
import { itemsOf, type RangeCondition } from './condition-kinds';
import { type MessageKey, useStrings } from './strings';

const ONLY: Readonly<Record<'emoji' | 'links' | 'images', MessageKey>> = {
  emoji: 'only.emoji',
  links: 'only.links',
  images: 'only.images',
};
const FOLDINGS = { part: 'words.part', lookalikes: 'words.lookalikes', spaced: 'words.spaced' } as const satisfies Record<
  string,
  MessageKey
>;

/** A condition and what to call with its next state. */
export interface ConditionProps<T extends Condition = Condition> {
  readonly when: T;
  readonly onChange: (when: Condition) => void;
}

/** A text field for a list; what is typed stays as typed, the list is told on each change. */
function ListField({
  label,
  items,
  onChange,
}: {
  readonly label: string;
  readonly items: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
}) {
  const [text, setText] = useState(items.join(', '));
  const shown = String(itemsOf(text)) === String(items) ? text : items.join(', ');
  return (
    <input
      class="field"
      aria-label={label}
      placeholder={label}
      dir="auto"
      value={shown}
      onInput={(event) => {
        setText(event.currentTarget.value);
        onChange(itemsOf(event.currentTarget.value));
      }}
    />
  );
}

function RangeFields({ when, onChange }: ConditionProps<RangeCondition>) {
  const { t } = useStrings();
  const field = (end: 'min' | 'max', label: string) => (
    <input
      class="field number-field"
      type="number"
      aria-label={label}
      placeholder={label}
      value={when.range[end] ?? ''}
      onInput={(event) => {
        const value = event.currentTarget.valueAsNumber;
        onChange({ ...when, range: { ...when.range, [end]: Number.isNaN(value) ? null : value } });
      }}
    />
  );
  return (
    <>
      {field('min', t('condition.min'))}
      {field('max', t('condition.max'))}
    </>
  );
}

/** The fields of one condition; groups have none of their own. */
export function ConditionFields({ when, onChange }: ConditionProps) {
  const { t } = useStrings();
  if ('range' in when) return <RangeFields when={when} onChange={onChange} />;
  switch (when.kind) {
    case 'words':
      return (
        <div class="grow stack tight">
          <ListField label={t('condition.wordsField')} items={when.words} onChange={(words) => onChange({ ...when, words })} />
          <div class="row">
            {(Object.keys(FOLDINGS) as (keyof typeof FOLDINGS)[]).map((name) => (
              <label key={name} class="check muted">
                <input
                  type="checkbox"
                  checked={when[name]}
                  onChange={(event) => onChange({ ...when, [name]: event.currentTarget.checked })}
                />
                {t(FOLDINGS[name])}
              </label>
            ))}
          </div>
        </div>
      );
    case 'regex':
    case 'authorMatches':
      return (
        <>
          <input
            class="field grow mono"
            aria-label={t('condition.pattern')}
            placeholder={t('condition.pattern')}
            spellcheck={false}
            value={when.source}
            onInput={(event) => onChange({ ...when, source: event.currentTarget.value })}
          />
          <input
            class="field number-field mono"
            aria-label={t('condition.flags')}
            placeholder={t('condition.flags')}
            spellcheck={false}
            value={when.flags}
            onInput={(event) => onChange({ ...when, flags: event.currentTarget.value })}
          />
        </>
      );
    case 'author':
      return <ListField label={t('condition.names')} items={when.names} onChange={(names) => onChange({ ...when, names })} />;
    case 'lang':
      return <ListField label={t('condition.langs')} items={when.langs} onChange={(langs) => onChange({ ...when, langs })} />;
    case 'label':
      return (
        <input
          class="field grow"
          aria-label={t('label.text')}
          placeholder={t('label.text')}
          value={when.text}
          onInput={(event) => onChange({ ...when, text: event.currentTarget.value })}
        />
      );
    case 'only':
      return (
        <select
          class="field"
          aria-label={t('condition.only')}
          value={when.what}
          onChange={(event) => onChange({ ...when, what: event.currentTarget.value as keyof typeof ONLY })}
        >
          {(Object.keys(ONLY) as (keyof typeof ONLY)[]).map((what) => (
            <option key={what} value={what}>
              {t(ONLY[what])}
            </option>
          ))}
        </select>
      );
    default:
      return null;
  }
}

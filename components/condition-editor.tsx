import { useState } from 'preact/hooks';
import type { Condition } from '../core/model/rule';
import {
  CONDITION_NAMES,
  type ConditionKind,
  emptyCondition,
  type GroupCondition,
  isGroup,
  itemsOf,
  type RangeCondition,
} from './condition-kinds';
import { Icon } from './icon';
import { type MessageKey, useStrings } from './strings';
import './condition-editor.css';

const MAX_DEPTH = 4; // groups within groups that a person can still read; the textual form goes deeper
const ONLY: Readonly<Record<'emoji' | 'links' | 'images', MessageKey>> = {
  emoji: 'only.emoji',
  links: 'only.links',
  images: 'only.images',
};
const FOLDINGS = { part: 'words.part', lookalikes: 'words.lookalikes', spaced: 'words.spaced' } as const satisfies Record<
  string,
  MessageKey
>;

interface Props<T extends Condition = Condition> {
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

function RangeFields({ when, onChange }: Props<RangeCondition>) {
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

function Fields({ when, onChange }: Props) {
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

function Row({ when, depth, onChange, onRemove }: Props & { readonly depth: number; readonly onRemove: (() => void) | null }) {
  const { t } = useStrings();
  const kinds = (Object.keys(CONDITION_NAMES) as ConditionKind[]).filter(
    (kind) => depth < MAX_DEPTH || !isGroup(emptyCondition(kind)) || kind === when.kind,
  );
  return (
    <li class="condition">
      <div class="condition-head">
        <select
          class="field"
          aria-label={t('condition.kind')}
          value={when.kind}
          onChange={(event) => {
            const kind = event.currentTarget.value as ConditionKind;
            const fresh = emptyCondition(kind);
            onChange(isGroup(when) && isGroup(fresh) ? { ...fresh, of: when.of } : fresh);
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(CONDITION_NAMES[kind])}
            </option>
          ))}
        </select>
        {!isGroup(when) && <Fields key={when.kind} when={when} onChange={onChange} />}
        {onRemove && (
          <button type="button" class="btn icon plain" aria-label={t('condition.remove')} title={t('condition.remove')} onClick={onRemove}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {isGroup(when) && <Group when={when} depth={depth + 1} onChange={onChange} />}
    </li>
  );
}

function Group({ when, depth, onChange }: Props<GroupCondition> & { readonly depth: number }) {
  const { t } = useStrings();
  const replace = (at: number, next: Condition | null) =>
    onChange({ ...when, of: when.of.flatMap((old, index) => (index !== at ? [old] : next ? [next] : [])) });
  return (
    <div class="condition-group">
      <ul class="stack tight">
        {when.of.map((part, index) => (
          <Row
            key={`${index} ${part.kind}`}
            when={part}
            depth={depth}
            onChange={(next) => replace(index, next)}
            onRemove={when.of.length > 1 ? () => replace(index, null) : null}
          />
        ))}
      </ul>
      <button type="button" class="btn" onClick={() => onChange({ ...when, of: [...when.of, emptyCondition('words')] })}>
        <Icon name="add" />
        {t('condition.add')}
      </button>
    </div>
  );
}

/** A condition as rows: groups of all, any or none, each row a kind with its fields. A lone condition is one row of "all". */
export function ConditionEditor({ when, onChange }: Props) {
  const { t } = useStrings();
  const group: GroupCondition = isGroup(when) ? when : { kind: 'all', of: [when] };
  return (
    <fieldset class="stack tight">
      <legend class="visually-hidden">{t('rule.when')}</legend>
      <select
        class="field"
        aria-label={t('condition.join')}
        value={group.kind}
        onChange={(event) => onChange({ ...group, kind: event.currentTarget.value as GroupCondition['kind'] })}
      >
        {(['all', 'any', 'none'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {t(CONDITION_NAMES[kind])}
          </option>
        ))}
      </select>
      <Group when={group} depth={0} onChange={onChange} />
    </fieldset>
  );
}

/** What is saved: a group of "all" or "any" with one condition is that condition. */
export const simplest = (when: Condition): Condition =>
  (when.kind === 'all' || when.kind === 'any') && when.of.length === 1 ? simplest(when.of[0]!) : when;

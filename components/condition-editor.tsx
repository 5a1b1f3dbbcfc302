import type { Condition } from '../core/model/rule';
import { ConditionFields, type ConditionProps } from './condition-fields';
import { CONDITION_NAMES, type ConditionKind, emptyCondition, type GroupCondition, isGroup } from './condition-kinds';
import { Icon } from './icon';
import { useStrings } from './strings';
import './condition-editor.css';

const MAX_DEPTH = 4; // groups within groups that a person can still read; the textual form goes deeper
function Row({ when, depth, onChange, onRemove }: ConditionProps & { readonly depth: number; readonly onRemove: (() => void) | null }) {
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
        {!isGroup(when) && <ConditionFields key={when.kind} when={when} onChange={onChange} />}
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

function Group({ when, depth, onChange }: ConditionProps<GroupCondition> & { readonly depth: number }) {
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
export function ConditionEditor({ when, onChange }: ConditionProps) {
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

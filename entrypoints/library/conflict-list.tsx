import { type MessageKey, useStrings } from '../../components/strings';
import type { Choice, Conflict } from '../../core/store/restore-plan';

const SHOWN = 100; // one by one; the rest follows the choice for all
const CHOICES: Readonly<Record<Choice, MessageKey>> = { keep: 'restore.keep', take: 'restore.take', merge: 'restore.both' };

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly otherwise: Choice;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly onOtherwise: (choice: Choice) => void;
  readonly onChoice: (id: string, choice: Choice) => void;
}

const record = (row: object): Readonly<Record<string, unknown>> => row as Readonly<Record<string, unknown>>;
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);
const nameOf = (conflict: Conflict): string => {
  // What was deleted here long ago has no name any more.
  const row = record(conflict.mine.deletedAt === null ? conflict.mine : conflict.theirs);
  const named = Array.isArray(row.names) ? row.names[0] : (row.title ?? row.name);
  return typeof named === 'string' && named !== '' ? named : conflict.id;
};

/** Rows that both sides have and that differ: a choice for all, and one for each. */
export function ConflictList({ conflicts, otherwise, choices, onOtherwise, onChoice }: Props) {
  const { t } = useStrings();
  const select = (label: string, value: Choice, onChange: (choice: Choice) => void) => (
    <select class="field" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value as Choice)}>
      {(Object.keys(CHOICES) as Choice[]).map((choice) => (
        <option key={choice} value={choice}>
          {t(CHOICES[choice])}
        </option>
      ))}
    </select>
  );
  return (
    <div class="stack">
      <p class="row">
        <span>{t('restore.conflicts', { count: conflicts.length })}</span>
        {select(t('restore.forAll'), otherwise, onOtherwise)}
      </p>
      <ul class="stack">
        {conflicts.slice(0, SHOWN).map((conflict) => (
          <li key={conflict.id} class="conflict">
            <p class="row">
              <b class="grow">
                <bdi>{nameOf(conflict)}</bdi>
              </b>
              {select(nameOf(conflict), choices.get(conflict.id) ?? otherwise, (choice) => onChoice(conflict.id, choice))}
            </p>
            {conflict.fields.map((field) => (
              <p key={field} class="muted text">
                <code>{field}</code> {t('restore.mine')} {shown(record(conflict.mine)[field])} · {t('restore.theirs')}{' '}
                {shown(record(conflict.theirs)[field])}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {conflicts.length > SHOWN && <p class="muted">{t('filters.more', { count: conflicts.length - SHOWN })}</p>}
    </div>
  );
}

import { type MessageKey, useStrings } from '../../components/strings';
import { recentOperations } from '../../core/store/operations';
import { undoIn, useLibrary, useLive } from './use-store';

const SHOWN = 20;

/** What was done lately, newest first, each with undo. */
export function RecentPanel() {
  const { t, date } = useStrings();
  const { store, done } = useLibrary();
  const recent = useLive(() => recentOperations(store, SHOWN), [store]);
  const undo = async (op: string) => done.say((await undoIn(store, op)) ? 'done.undone' : 'done.notUndone');
  if (!recent || recent.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('data.recent')}</h2>
      <ul class="settings">
        {recent.map((operation) => (
          <li key={operation.op}>
            <span class="grow">
              {t(operation.what as MessageKey, operation.values)} <span class="muted">{date(operation.at, true)}</span>
            </span>
            {operation.undone ? (
              <span class="muted">{t('done.undone')}</span>
            ) : (
              <button type="button" class="btn" onClick={() => void undo(operation.op)}>
                {t('common.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

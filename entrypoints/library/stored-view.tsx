import { useStrings } from '../../components/strings';
import { countsOf } from '../../core/store/counters';
import { useLibrary, useLive } from './use-store';

/** What is stored on this device. */
export function StoredView() {
  const { t } = useStrings();
  const { store } = useLibrary();
  const counts = useLive(() => countsOf(store), [store]);
  return (
    <div class="scroll stack">
      <h1>{t('library.data')}</h1>
      {counts && (
        <p>
          {t('count.people', { count: counts.people })} · {t('count.entries', { count: counts.marks })}
        </p>
      )}
    </div>
  );
}

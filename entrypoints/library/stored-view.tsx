import { useEffect, useState } from 'preact/hooks';
import { useStrings } from '../../components/strings';
import { countsOf } from '../../core/store/counters';
import { DeletePanel } from './delete-panel';
import { ExportPanel } from './export-panel';
import type { ReadFile } from './read-any-file';
import { RecentPanel } from './recent-panel';
import { RestorePanel } from './restore-panel';
import { SnapshotsPanel } from './snapshots-panel';
import { useLibrary, useLive } from './use-store';

/** What is stored on this device, and the ways in and out: backup, restore, imports, exports, snapshots, undo, deletion. */
export function StoredView() {
  const { t, n } = useStrings();
  const { store } = useLibrary();
  const counts = useLive(() => countsOf(store), [store]);
  const [bytes, setBytes] = useState<number | null>(null);
  const [snapshot, setSnapshot] = useState<ReadFile | null>(null);
  useEffect(() => {
    void navigator.storage.estimate().then(
      (estimate) => setBytes(estimate.usage ?? null),
      () => setBytes(null),
    );
  }, [counts]);
  return (
    <div class="scroll stack wide-gap">
      <header>
        <h1>{t('library.data')}</h1>
        {counts && (
          <p class="muted">
            {[
              t('count.people', { count: counts.people }),
              t('count.marks', { count: counts.marks }),
              t('count.rules', { count: counts.rules }),
              t('count.threads', { count: counts.visits }),
              ...(bytes === null ? [] : [t('data.size', { size: n(Math.max(1, Math.round(bytes / 1024))) })]),
            ].join(' · ')}
          </p>
        )}
      </header>
      <ExportPanel />
      <RestorePanel chosen={snapshot} onClose={() => setSnapshot(null)} />
      <SnapshotsPanel onChoose={setSnapshot} />
      <RecentPanel />
      <DeletePanel />
    </div>
  );
}

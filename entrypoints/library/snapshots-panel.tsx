import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, useStrings } from '../../components/strings';
import { fileShelf } from '../../core/store/file-shelf';
import { listSnapshots, readSnapshot, type Snapshot, type SnapshotKind, takeSnapshot } from '../../core/store/snapshots';
import { keptOutside } from './export-panel';
import type { ReadFile } from './read-any-file';
import { useLibrary } from './use-store';

const KINDS: Readonly<Record<SnapshotKind, MessageKey>> = {
  daily: 'snapshot.daily',
  before: 'snapshot.before',
  salvage: 'snapshot.salvage',
};

/** Copies that Postil keeps on this device by itself; one is chosen to be restored. */
export function SnapshotsPanel({ onChoose }: { readonly onChoose: (file: ReadFile) => void }) {
  const { t, date } = useStrings();
  const { store, done } = useLibrary();
  const [snapshots, setSnapshots] = useState<readonly Snapshot[]>([]);
  const [shelf] = useState(() => fileShelf(navigator.storage));
  const list = () => void listSnapshots(shelf).then(setSnapshots, () => setSnapshots([]));
  useEffect(list, [shelf]);
  const take = async () => {
    const taken = await takeSnapshot(store, shelf, 'before', await keptOutside());
    done.say(taken.ok ? 'done.snapshot' : 'fault.snapshot');
    list();
  };
  const choose = async (snapshot: Snapshot) => {
    const read = await readSnapshot(shelf, snapshot.name);
    if (read.ok)
      onChoose({ name: date(snapshot.at, true), tool: t(KINDS[snapshot.kind]), backup: read.value, foreign: false, unknown: [] });
    else done.say('fault.snapshot');
  };
  return (
    <section class="stack">
      <h2>{t('data.snapshots')}</h2>
      <p class="muted">{t('data.snapshotsWhy')}</p>
      <ul class="settings">
        {snapshots.map((snapshot) => (
          <li key={snapshot.name}>
            <span class="grow">
              {date(snapshot.at, true)} <span class="muted">{t(KINDS[snapshot.kind])}</span>
            </span>
            <button type="button" class="btn" onClick={() => void choose(snapshot)}>
              {t('snapshot.restore')}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="btn" onClick={() => void take()}>
          {t('snapshot.take')}
        </button>
      </p>
    </section>
  );
}

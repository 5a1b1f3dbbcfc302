import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { problemText } from '../../components/problem-text';
import { useStrings } from '../../components/strings';
import { writeStored } from '../../core/bus/bell';
import { formatBackup } from '../../core/store/backup';
import { fileShelf } from '../../core/store/file-shelf';
import { strayMirrors } from '../../core/store/mirror';
import { countBackup, rebuildDatabase, salvage } from '../../core/store/recovery';
import { listSnapshots, readSnapshot, type Snapshot } from '../../core/store/snapshots';
import { saveFile } from './save-file';

/** When the library does not open: save what can still be read, or make it anew from a snapshot. Nothing is deleted before it was read out. */
export function Recovery() {
  const strings = useStrings();
  const { t, date } = strings;
  const [shelf] = useState(() => fileShelf(navigator.storage));
  const [snapshots, setSnapshots] = useState<readonly Snapshot[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => void listSnapshots(shelf).then(setSnapshots, () => setSnapshots([])), [shelf]);
  const save = async () => {
    const rest = await salvage();
    if (!rest.ok) return setSaid(problemText(rest.problem, strings));
    setSaid(t('recovery.saved', { count: countBackup(rest.value.backup) }));
    saveFile('postil-recovered.json', 'application/json', formatBackup(rest.value.backup));
  };
  const rebuild = async (snapshot: Snapshot) => {
    const read = await readSnapshot(shelf, snapshot.name);
    if (!read.ok) return setSaid(problemText(read.problem, strings));
    const env = { now: () => Date.now(), newId: () => crypto.randomUUID(), publish: writeStored };
    const made = await rebuildDatabase(env, shelf, read.value, { onBlocked: () => setSaid(t('recovery.waiting')) });
    if (!made.ok) return setSaid(problemText(made.problem, strings));
    // Pages go by the mirrors of the old database until they are taken away.
    await browser.storage.local.remove([...(await strayMirrors(made.value, Object.keys(await browser.storage.local.get(null))))]);
    location.reload();
  };
  return (
    <section class="stack">
      <h2>{t('recovery.title')}</h2>
      <p>
        <button type="button" class="btn large" onClick={() => void save()}>
          {t('recovery.save')}
        </button>
      </p>
      <p role="status">{said}</p>
      <ul class="settings">
        {snapshots.map((snapshot) => (
          <li key={snapshot.name}>
            <span class="grow">{date(snapshot.at, true)}</span>
            <button type="button" class="btn" onClick={() => void rebuild(snapshot)}>
              {t('recovery.rebuild')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

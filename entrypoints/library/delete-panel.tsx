import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useStrings } from '../../components/strings';
import { fileShelf } from '../../core/store/file-shelf';
import { recentOperations } from '../../core/store/operations';
import { KindRow } from './kind-row';
import { storedKinds } from './stored-kinds';
import { TypedDelete } from './typed-delete';
import { useLibrary, useLive } from './use-store';

/** What is stored on this device, kind by kind, with how much of it there is; each can be deleted after the word was typed, and so can everything. */
export function DeletePanel() {
  const { t } = useStrings();
  const { store, done } = useLibrary();
  const [turn, setTurn] = useState(0);
  const shelf = useMemo(() => fileShelf(navigator.storage), []);
  const kinds = useMemo(() => storedKinds(store, shelf, done), [store, shelf, done]);
  // Whatever is written leaves an operation: the sizes are taken anew then.
  const last = useLive(async () => (await recentOperations(store, 1))[0]?.op ?? '', [store]);

  const everything = async () => {
    for (const name of await shelf.list().catch(() => [])) await shelf.remove(name);
    await store.db.delete();
    await browser.storage.local.clear();
    location.reload();
  };
  return (
    <section class="stack">
      <h2>{t('stored.title')}</h2>
      <ul class="settings">
        {kinds.map((kind) => (
          <KindRow key={kind.id} kind={kind} turn={`${turn} ${last}`} onDeleted={() => setTurn((now) => now + 1)} />
        ))}
      </ul>
      <div class="card stack">
        <p>{t('delete.everythingWhy')}</p>
        <TypedDelete label={t('delete.everything')} onDelete={everything} />
      </div>
    </section>
  );
}

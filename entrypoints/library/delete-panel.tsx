import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useStrings } from '../../components/strings';
import { fileShelf } from '../../core/store/file-shelf';
import { removePeople } from '../../core/store/many';
import { removeMarks } from '../../core/store/marks';
import { removeRules } from '../../core/store/rules';
import { pruneVisits } from '../../core/store/visits';
import { useLibrary } from './use-store';

/** Deletes what is stored: kind by kind with undo, the history of visits, or everything after the word was typed. */
export function DeletePanel() {
  const { t } = useStrings();
  const { store, done } = useLibrary();
  const [typed, setTyped] = useState('');
  const word = t('delete.word');
  const living = async (table: 'people' | 'marks' | 'rules') =>
    (await store.db[table].toArray()).filter((row) => row.deletedAt === null).map((row) => row.uuid);

  const people = async () => {
    const uuids = await living('people');
    await done.run((op) => removePeople(store, op, uuids), 'done.person.remove', { count: uuids.length });
  };
  const marks = async () => {
    const uuids = await living('marks');
    await done.run((op) => removeMarks(store, op, uuids), 'done.mark.remove', { count: uuids.length });
  };
  const rules = async () => {
    const uuids = await living('rules');
    await done.run((op) => removeRules(store, op, uuids), 'done.rule.remove', { count: uuids.length });
  };
  const visits = async () => {
    const gone = await pruneVisits(store, 0);
    if (gone.ok) done.say('done.visits', { count: gone.value });
  };
  const everything = async () => {
    const shelf = fileShelf(navigator.storage);
    for (const name of await shelf.list().catch(() => [])) await shelf.remove(name);
    await store.db.delete();
    await browser.storage.local.clear();
    location.reload();
  };
  return (
    <section class="stack">
      <h2>{t('delete.title')}</h2>
      <p class="row">
        <button type="button" class="btn danger" onClick={() => void people()}>
          {t('delete.people')}
        </button>
        <button type="button" class="btn danger" onClick={() => void marks()}>
          {t('delete.marks')}
        </button>
        <button type="button" class="btn danger" onClick={() => void rules()}>
          {t('delete.rules')}
        </button>
        <button type="button" class="btn danger" onClick={() => void visits()}>
          {t('delete.visits')}
        </button>
      </p>
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === word) void everything();
        }}
      >
        <label class="stack">
          <span>{t('delete.everythingWhy', { word })}</span>
          <input class="field short" autocomplete="off" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <p>
          <button type="submit" class="btn danger large" disabled={typed.trim() !== word}>
            {t('delete.everything')}
          </button>
        </p>
      </form>
    </section>
  );
}

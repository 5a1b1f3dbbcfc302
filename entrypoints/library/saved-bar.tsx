import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../components/icon';
import { useStrings } from '../../components/strings';
import { readStored, watchStored } from '../../core/bus/bell';
import { changeStored } from '../../core/bus/change-stored';
import { STORAGE } from '../../core/bus/protocol';
import { formatRoute, type Route } from './route';
import { type SavedSearch, searchesFrom, withSearch } from './saved-searches';
import { useLibrary } from './use-store';

/** The saved searches, kept in step over all tabs. */
function useSaved(): readonly SavedSearch[] {
  const [saved, setSaved] = useState<readonly SavedSearch[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const read = () => void readStored([STORAGE.searches]).then((stored) => setSaved(searchesFrom(stored[STORAGE.searches])));
    read();
    watchStored([STORAGE.searches], read, stop.signal);
    return () => stop.abort();
  }, []);
  return saved;
}

/** The view's saved searches as links, and a way to save the present one: its words, order and filter. */
export function SavedBar({ route }: { readonly route: Route }) {
  const { t } = useStrings();
  const { done } = useLibrary();
  const saved = useSaved();
  const [naming, setNaming] = useState<string | null>(null);
  const hash = formatRoute({ ...route, item: null });
  const here = saved.filter((search) => search.hash.split('?')[0] === `#/${route.view}`);
  const isPlain = !hash.includes('?');
  const isSaved = here.some((search) => search.hash === hash);
  const put = (change: (list: readonly SavedSearch[]) => readonly SavedSearch[]) =>
    changeStored(STORAGE.searches, (now) => change(searchesFrom(now)));
  const save = async () => {
    const name = (naming ?? '').trim();
    if (name === '') return;
    setNaming(null);
    await put((list) => withSearch(list, { name, hash }));
  };
  const remove = (search: SavedSearch) => {
    void put((list) => list.filter(({ name }) => name !== search.name));
    done.offer('done.unsaved', () => void put((list) => withSearch(list, search)));
  };
  if (here.length === 0 && isPlain) return null;
  return (
    <div class="row saved">
      {here.length > 0 && (
        <ul class="row" aria-label={t('saved.list')}>
          {here.map((search) => (
            <li key={search.name} class="saved-one">
              <a class="btn" href={search.hash} aria-current={search.hash === hash ? 'true' : undefined}>
                <bdi>{search.name}</bdi>
              </a>
              <button
                type="button"
                class="btn icon plain"
                aria-label={t('saved.remove', { name: search.name })}
                title={t('saved.remove', { name: search.name })}
                onClick={() => remove(search)}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {!isPlain && !isSaved && naming === null && (
        <button type="button" class="btn plain" onClick={() => setNaming(route.query)}>
          <Icon name="add" />
          {t('saved.save')}
        </button>
      )}
      {naming !== null && <NameForm name={naming} onName={setNaming} onSave={() => void save()} onClose={() => setNaming(null)} />}
    </div>
  );
}

interface FormProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

function NameForm({ name, onName, onSave, onClose }: FormProps) {
  const { t } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <form
      class="row nowrap"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <input
        class="field short"
        ref={input}
        aria-label={t('saved.name')}
        placeholder={t('saved.name')}
        maxLength={80}
        value={name}
        onInput={(event) => onName(event.currentTarget.value)}
      />
      <button type="submit" class="btn field-height" disabled={name.trim() === ''}>
        {t('common.save')}
      </button>
    </form>
  );
}

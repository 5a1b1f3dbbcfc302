import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../components/icon';
import { Logo } from '../../components/logo';
import { problemText } from '../../components/problem-text';
import { StateView } from '../../components/state-view';
import { type MessageKey, useStrings } from '../../components/strings';
import { Toast } from '../../components/toast';
import { useDone } from '../../components/use-done';
import type { Result } from '../../core/model/result';
import { STORE_FAULT, type Store } from '../../core/store/store';
import { AboutView } from './about-view';
import { LibraryIndex } from './library-index';
import { ListsView } from './lists-view';
import { MarkDetail } from './mark-detail';
import { MarksView } from './marks-view';
import { PeopleView } from './people-view';
import { PersonDossier } from './person-dossier';
import { Recovery } from './recovery';
import { formatRoute, parseRoute, type Route, routeTo, VIEWS, type View } from './route';
import { RuleEditor } from './rule-editor';
import { RulePaste } from './rule-paste';
import { RulesView } from './rules-view';
import { SettingsView } from './settings-view';
import { SiteSettings } from './site-settings';
import { SitesView } from './sites-view';
import { StoredView } from './stored-view';
import { ThreadsView } from './threads-view';
import { StoreProvider, undoIn } from './use-store';

const PAGE_LIFE = new AbortController();
addEventListener('pagehide', () => PAGE_LIFE.abort());

const ICONS: Readonly<Record<View, IconName>> = {
  people: 'person',
  notes: 'note',
  hidden: 'hidden',
  rules: 'rule',
  threads: 'thread',
  sites: 'site',
  data: 'data',
  settings: 'settings',
  about: 'info',
};
export const VIEW_NAMES: Readonly<Record<View, MessageKey>> = {
  people: 'library.people',
  notes: 'library.notes',
  hidden: 'library.hidden',
  rules: 'library.rules',
  threads: 'library.threads',
  sites: 'library.sites',
  data: 'library.data',
  settings: 'library.settings',
  about: 'library.about',
};

function useRoute(): readonly [Route, (route: Partial<Route>) => void] {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const read = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  // Typing in a search box must not fill the history with its letters.
  const go = (patch: Partial<Route>) => {
    const next = { ...parseRoute(location.hash), ...patch };
    if (patch.view === undefined && patch.item === undefined) {
      history.replaceState(null, '', formatRoute(next));
      setRoute(next);
    } else location.hash = formatRoute(next);
  };
  return [route, go];
}

/** The library: a menu of views beside the chosen one. `opening` is the database being opened. */
export function Library({ opening }: { readonly opening: Promise<Result<Store>> }) {
  const strings = useStrings();
  const { t } = strings;
  const [route, go] = useRoute();
  const [opened, setOpened] = useState<Result<Store> | null>(null);
  const store = opened?.ok ? opened.value : null;
  const done = useDone((op) => (store ? undoIn(store, op) : Promise.resolve(false)));
  useEffect(() => void opening.then(setOpened), [opening]);
  const index = useMemo(() => {
    if (!store) return null;
    const made = new LibraryIndex(store, PAGE_LIFE.signal);
    void made.start();
    return made;
  }, [store]);
  useEffect(() => {
    document.title = `${t(VIEW_NAMES[route.view])} · Postil`;
    // On a narrow screen the menu is a strip that scrolls; a window made narrow, or a phone turned, becomes one.
    const show = () => document.querySelector('.library-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    show();
    addEventListener('resize', show);
    return () => removeEventListener('resize', show);
  }, [route.view, t]);

  return (
    <div class="library">
      <nav class="library-nav" aria-label={t('library.menu')}>
        <a
          class="skip"
          href={formatRoute(route)}
          onClick={(event) => {
            event.preventDefault();
            document.getElementById('view')?.focus();
          }}
        >
          {t('library.skip')}
        </a>
        <p class="library-brand">
          <Logo size={24} />
          <b>Postil</b>
        </p>
        <ul>
          {VIEWS.map((view) => (
            <li key={view}>
              <a href={formatRoute(routeTo(view))} aria-current={view === route.view ? 'page' : undefined}>
                <Icon name={ICONS[view]} />
                <span>{t(VIEW_NAMES[view])}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="library-view" id="view" tabIndex={-1}>
        {opened === null && <StateView kind="busy" title={t('common.loading')} />}
        {opened && !opened.ok && (
          <StateView kind="alert" title={problemText(opened.problem, strings)} text={opened.where}>
            <button type="button" class="btn primary" onClick={() => location.reload()}>
              {t('common.retry')}
            </button>
          </StateView>
        )}
        {opened && !opened.ok && opened.problem === STORE_FAULT.broken && <Recovery />}
        {store?.readOnly && <p class="banner">{t(STORE_FAULT.newer)}</p>}
        {store && index && (
          <StoreProvider value={{ store, done, index }}>
            <ViewOf route={route} go={go} />
          </StoreProvider>
        )}
      </main>
      <Toast message={done.toast} onClose={done.clear} />
    </div>
  );
}

function ViewOf({ route, go }: { readonly route: Route; readonly go: (route: Partial<Route>) => void }) {
  const { view, item, query } = route;
  const search = (words: string) => go({ query: words });
  const open = (uuid: string | null) => go({ item: uuid });
  if (view === 'people') return item ? <PersonDossier uuid={item} onBack={() => open(null)} /> : <PeopleView route={route} go={go} />;
  if ((view === 'notes' || view === 'hidden') && item) return <MarkDetail uuid={item} onBack={() => open(null)} />;
  if (view === 'notes' || view === 'hidden') return <MarksView key={view} view={view} route={route} go={go} />;
  if (view === 'rules' && item === 'lists') return <ListsView onBack={() => open(null)} />;
  if (view === 'rules' && item === 'paste') return <RulePaste onBack={() => open(null)} />;
  if (view === 'rules')
    return item ? (
      <RuleEditor key={item} uuid={item === 'new' ? null : item} onBack={() => open(null)} />
    ) : (
      <RulesView query={query} onSearch={search} onOpen={open} />
    );
  if (view === 'threads') return <ThreadsView query={query} onSearch={search} />;
  if (view === 'sites') return <SitesView query={query} onSearch={search} />;
  if (view === 'data') return <StoredView />;
  if (view === 'settings')
    return item ? (
      <SiteSettings key={item} site={item} onBack={() => open(null)} />
    ) : (
      <SettingsView query={query} onSearch={search} onOpen={open} />
    );
  return <AboutView />;
}

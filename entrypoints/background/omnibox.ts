import { browser } from 'wxt/browser';
import { readSettings } from '../../core/bus/settings';
import { loadStrings } from '../../core/bus/strings';
import type { Result } from '../../core/model/result';
import { KeptSearch } from '../../core/store/kept-search';
import type { Store } from '../../core/store/store';
import { formatMessage } from '../../core/text/strings';
import { describeHit, type Suggestion } from './omnibox-line';

/** Firefox shows no more than six lines, Chrome eight. */
const LINES = 6;
/** Typing pauses this long before it is searched: each letter rings. */
const PAUSE_MS = 80;
/** Where a kind of hit is looked at as a list. */
const VIEWS = { people: 'people', marks: 'notes', rules: 'rules', visits: 'threads' } as const;
const PLACE = /^(?:https?:\/\/|#\/)/i;

/** The search of the address bar over the library. */
export interface Omnibox {
  /** The best lines for what is typed; none while the database does not open. */
  suggest(text: string): Promise<readonly Suggestion[]>;
  /** Opens a chosen line, or the list that holds the best hit for what was typed. */
  open(text: string, disposition: string): Promise<void>;
}

/** `inXml`: the browser reads descriptions as XML. */
export function createOmnibox(open: () => Promise<Result<Store>>, inXml: boolean): Omnibox {
  let search: { readonly store: Store; readonly kept: KeptSearch } | null = null;
  const find = async (text: string, limit: number) => {
    const opened = await open();
    if (!opened.ok) return null;
    // The database may have been closed and opened anew meanwhile.
    if (search?.store.db !== opened.value.db) search = { store: opened.value, kept: new KeptSearch(opened.value) };
    const { store, kept } = search;
    return { store, hits: (await kept.now()).find(text, { limit }).hits };
  };
  return {
    async suggest(text) {
      const found = await find(text, LINES);
      if (!found) return [];
      const rows = await Promise.all(found.hits.map(({ kind, uuid }) => found.store.db[kind].get(uuid)));
      return rows.flatMap((row, at) => (row ? describeHit(found.hits[at]!.kind, row, inXml) : []));
    },
    async open(text, disposition) {
      const isPlace = PLACE.test(text);
      const best = isPlace ? undefined : (await find(text, 1))?.hits[0];
      const place = isPlace ? text : `#/${VIEWS[best?.kind ?? 'people']}?${new URLSearchParams({ q: text })}`;
      const url = place.startsWith('#') ? browser.runtime.getURL(`/library.html${place}` as '/') : place;
      if (disposition === 'currentTab') await browser.tabs.update({ url });
      else await browser.tabs.create({ url, active: disposition !== 'newBackgroundTab' });
    },
  };
}

/** Says in the language in use what the keyword does. */
async function introduce(): Promise<void> {
  const { lang, texts } = await loadStrings((await readSettings()).uiLang);
  await browser.omnibox.setDefaultSuggestion({ description: formatMessage(texts, 'omnibox.search', {}, lang) });
}

/** Listens to the address bar. Firefox for Android has no keywords. */
export function listenToOmnibox(open: () => Promise<Result<Store>>): void {
  if (!browser.omnibox) return;
  const omnibox = createOmnibox(open, !import.meta.env.FIREFOX);
  let latest = 0;
  browser.omnibox.onInputStarted.addListener(() => void introduce().catch(() => undefined));
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    latest += 1;
    const mine = latest;
    setTimeout(() => {
      if (mine !== latest) return;
      // A database that fails gives no lines, and the bar stops waiting.
      void omnibox.suggest(text).then(
        (lines) => suggest([...lines]),
        () => suggest([]),
      );
    }, PAUSE_MS);
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => void omnibox.open(text, disposition).catch(() => undefined));
}

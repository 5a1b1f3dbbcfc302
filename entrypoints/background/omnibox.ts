import { browser } from 'wxt/browser';
import { readSettings } from '../../core/bus/settings';
import { loadStrings } from '../../core/bus/strings';
import type { Result } from '../../core/model/result';
import { fillIndex, SearchIndex } from '../../core/store/search';
import type { Store } from '../../core/store/store';
import { formatMessage } from '../../core/text/strings';
import { describeHit, type Suggestion } from './omnibox-line';

/** Firefox shows no more than six lines, Chrome eight. */
const LINES = 6;
/** Typing pauses this long before it is searched: each letter rings. */
const PAUSE_MS = 80;
/** An index serves one round of typing; then it is filled anew, so nothing has to keep it in step. */
const FRESH_MS = 30_000;
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
  let filled: { readonly at: number; readonly index: Promise<{ readonly store: Store; readonly index: SearchIndex } | null> } | null = null;
  const fill = async () => {
    const store = await open();
    if (!store.ok) return null;
    const index = new SearchIndex();
    await fillIndex(store.value, index, new AbortController().signal);
    return { store: store.value, index };
  };
  const find = async (text: string, limit: number) => {
    const now = Date.now();
    if (!filled || now - filled.at > FRESH_MS) filled = { at: now, index: fill() };
    const got = await filled.index;
    if (!got) filled = null;
    return got && { store: got.store, hits: got.index.find(text, { limit }).hits };
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
  browser.omnibox.onInputStarted.addListener(() => void introduce());
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    latest += 1;
    const mine = latest;
    setTimeout(() => {
      if (mine === latest) void omnibox.suggest(text).then((lines) => suggest([...lines]));
    }, PAUSE_MS);
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => void omnibox.open(text, disposition));
}

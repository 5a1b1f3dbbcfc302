import { browser } from 'wxt/browser';
import { isObject } from '../model/check';
import { LANGUAGES } from '../text/languages';
import { isTerm } from '../text/say-terms';
import { bestLanguage, type Catalogue, type Message, type Strings } from '../text/strings';
import { readStored, writeStored } from './bell';
import { STORAGE } from './protocol';

/** Keys that the page needs, with the terms in names of rules; only these are mirrored to where content scripts can read them. */
const PAGE_PREFIX = 'page.';

function isMessage(value: unknown): value is Message {
  return typeof value === 'string' || (isObject(value) && typeof value.other === 'string');
}
function catalogueFrom(value: unknown): Catalogue {
  return isObject(value) ? (Object.fromEntries(Object.entries(value).filter(([, message]) => isMessage(message))) as Catalogue) : {};
}

/** The language of the UI: the person's choice ('' = the browser's), as far as there is one. */
export function uiLanguage(chosen: string): string {
  return bestLanguage(chosen === '' ? [browser.i18n.getUILanguage()] : [chosen], LANGUAGES);
}

/** Loads one language's catalogue, in extension contexts. `chosen` is `settings.uiLang`. A file that cannot be read gives an empty catalogue. */
export async function loadStrings(chosen: string): Promise<Strings> {
  const lang = uiLanguage(chosen);
  try {
    const response = await fetch(browser.runtime.getURL(`/locales/${lang}.json` as '/'));
    return { lang, texts: catalogueFrom(await response.json()) };
  } catch {
    return { lang, texts: {} };
  }
}

/** Puts the in-page strings where content scripts find them. Rings the bell only if something changed. */
export async function mirrorStrings(chosen: string): Promise<void> {
  const { lang, texts } = await loadStrings(chosen);
  const page: Strings = {
    lang,
    texts: Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith(PAGE_PREFIX) || isTerm(key))),
  };
  const stored = (await readStored([STORAGE.strings]))[STORAGE.strings];
  if (JSON.stringify(stored) !== JSON.stringify(page)) await writeStored({ [STORAGE.strings]: page });
}

/** The mirrored in-page strings out of whatever lies under `STORAGE.strings`; empty English if nothing does. Never throws. */
export function stringsFrom(stored: unknown): Strings {
  return isObject(stored) && typeof stored.lang === 'string'
    ? { lang: stored.lang, texts: catalogueFrom(stored.texts) }
    : { lang: 'en', texts: {} };
}

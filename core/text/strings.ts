/** One message: text with `{name}` places, or a text for each plural form of the value `count` (`other` is what is left). */
export type Message = string | (Readonly<Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>> & { readonly other: string });
export type Catalogue = Readonly<Record<string, Message>>;
/** A catalogue and the BCP 47 tag of its language. */
export interface Strings {
  readonly lang: string;
  readonly texts: Catalogue;
}
export type Values = Readonly<Record<string, string | number>>;

// Making an Intl object costs about 50 µs, using one under 1 µs; a page shows few languages.
const plurals = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();
function cached<T>(cache: Map<string, T>, lang: string, make: (lang: string) => T): T {
  let made = cache.get(lang);
  if (made === undefined) {
    try {
      made = make(lang);
    } catch {
      made = make('en'); // a tag that Intl refuses
    }
    cache.set(lang, made);
  }
  return made;
}

/**
 * The message of `key` with its places filled. Numbers are written as the language writes them; a plural message is chosen by `values.count`.
 * A place without a value stays as it stands, an unknown key gives the key itself: a missing string is seen, not silent. Never throws.
 */
export function formatMessage(catalogue: Catalogue, key: string, values: Values = {}, lang = 'en'): string {
  const message = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  if (message === undefined) return key;
  const count = typeof values.count === 'number' ? values.count : 0;
  const text =
    typeof message === 'string'
      ? message
      : (message[cached(plurals, lang, (tag) => new Intl.PluralRules(tag)).select(count)] ?? message.other);
  return text.replace(/\{([a-zA-Z]\w*)\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return place;
    return typeof value === 'number' ? cached(numbers, lang, (tag) => new Intl.NumberFormat(tag)).format(value) : value;
  });
}

/** Fills messages of one language: `t('hidden.count', {count: 3})`. */
export type Translate = (key: string, values?: Values) => string;
export const translatorOf =
  (strings: Strings): Translate =>
  (key, values) =>
    formatMessage(strings.texts, key, values, strings.lang);

/** The script of a Chinese tag: written out, or by region (TW, HK, MO write traditional). */
const chineseScript = (tag: string): 'hans' | 'hant' => (/-hant\b|-(?:tw|hk|mo)\b/i.test(tag) && !/-hans\b/i.test(tag) ? 'hant' : 'hans');

/**
 * The best of `available` for the languages wanted, in order of want: the tag itself, then the same language
 * (for Chinese the same script), then the first available. Tags compare without case; `_` counts as `-`.
 */
export function bestLanguage(wanted: readonly string[], available: readonly string[]): string {
  for (const raw of wanted) {
    const want = raw.replaceAll('_', '-').toLowerCase();
    const base = want.split('-')[0];
    if (!base) continue;
    const exact = available.find((tag) => tag.toLowerCase() === want);
    if (exact !== undefined) return exact;
    const same = available.filter((tag) => tag.toLowerCase().split('-')[0] === base);
    const near = base === 'zh' ? same.find((tag) => chineseScript(tag) === chineseScript(want)) : undefined;
    if (near ?? same[0]) return near ?? same[0]!;
  }
  return available[0] ?? 'en';
}

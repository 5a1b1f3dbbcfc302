const known = new Map<string, readonly string[]>();
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What the countries of the world are called in a language, lower case, as the browser knows them (CLDR); [] for a language that it does not know. */
function namesIn(lang: string): readonly string[] {
  const kept = known.get(lang);
  if (kept) return kept;
  let names: readonly string[] = [];
  try {
    const display = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
    names = LETTERS.flatMap((a) => LETTERS.map((b) => display.of(a + b)?.toLowerCase() ?? '')).filter((name) => name.length > 3);
  } catch {
    // No BCP 47 tag: pages declare what they like.
  }
  known.set(lang, names);
  return names;
}

/** Is this one word a country in `lang`, with the ending of a case perhaps (Argentinien, Argentiniens, России)? Jordan and Chad are people too: ask of single words only. */
export function isCountry(word: string, lang: string | null): boolean {
  const low = word.toLowerCase();
  return namesIn(lang ?? 'en').some((name) => {
    const stem = /[аяоеьи]$/u.test(name) ? name.slice(0, -1) : name;
    return low.startsWith(stem) && low.length - stem.length <= (stem === name ? 1 : 2);
  });
}

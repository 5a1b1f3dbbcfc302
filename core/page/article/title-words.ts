/** Parts of a declared title are parted by these. */
const SEPARATOR = /\s+(?:[|\-–—·•»«:/\\_~]|::|\|\|)\s+|\s*[|｜_»«]\s*|\s*[–—]\s+|(?<=[\u3000-\u9fff”）》])-+|-+(?=[\u3000-\u9fff])|:\s+/gu;
/** Words a trailing part of a document title may have to pass for a site's name when nothing else tells. */
const NAME_WORDS = 4;
/** Cuts looked at in one title: a longer one is a list of keywords. */
const MAX_CUTS = 8;

/** Letters and digits alone, in one case: what two forms of one title have in common. */
export const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** Words in lower case; a Chinese, Japanese or Thai character counts as one. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** How much a part of a title says: a Chinese character is worth less than a word. */
export const weightOf = (text: string): number =>
  wordsOf(text).reduce((sum, word) => sum + (/[\u0e00-\u0e7f\u3040-\u9fff]/.test(word) ? 0.5 : 1), 0);

/** Decodes the few references that pages leave in their own metadata by escaping twice. */
export const decode = (text: string): string =>
  text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (all, hex: string | undefined, dec: string | undefined) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(dec);
      return code > 31 && code < 0xd800 ? String.fromCharCode(code) : all;
    })
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Share of the shorter one's words that the other has too, 0 … 1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const x = new Set(a);
  const y = new Set(b);
  let both = 0;
  for (const word of x) if (y.has(word)) both++;
  return both / Math.max(1, Math.min(x.size, y.size));
}

/** Is this the site's name (or a part of it, or it with a word or two more)? */
export function siteTest(site: string, host: string): (part: string) => boolean {
  const labels = host.replace(/^www\./, '').split('.');
  const known = [squash(site), ...labels.slice(0, -1).map(squash), squash(labels.join(''))].filter((name) => name.length > 2);
  return (part) => {
    const s = squash(part);
    if (s === '') return true;
    return known.some(
      (name) => s === name || (s.length > 3 && name.includes(s)) || (name.length > 3 && s.includes(name) && s.length < 2.5 * name.length),
    );
  };
}

/** Places where a title can be cut in two: start and end of each separator. */
export function cutsOf(title: string): readonly (readonly [start: number, end: number])[] {
  return [...title.matchAll(SEPARATOR)]
    .map((cut) => [cut.index, cut.index + cut[0].length] as const)
    .filter(([start, end]) => start > 0 && end < title.length)
    .slice(0, MAX_CUTS);
}

/** A declared title without site name and, if it may `guess`, without short last parts (rubrics, unknown sites). */
export function withoutSite(raw: string, isSite: (part: string) => boolean, guess: boolean): string {
  let title = raw;
  for (let round = 0; round < 6; round++) {
    const cuts = cutsOf(title);
    if (cuts.length === 0) return title;
    const [firstStart, firstEnd] = cuts[0]!;
    const [lastStart, lastEnd] = cuts[cuts.length - 1]!;
    const rest = weightOf(title.slice(0, lastStart));
    if (isSite(title.slice(lastEnd)) && rest > 0) title = title.slice(0, lastStart);
    else if (isSite(title.slice(0, firstStart)) && wordsOf(title.slice(firstEnd)).length > 1) title = title.slice(firstEnd);
    else if (guess && weightOf(title.slice(lastEnd)) <= NAME_WORDS && rest >= 4 && !/:\s$/.test(title.slice(lastStart, lastEnd)))
      title = title.slice(0, lastStart);
    else return title;
  }
  return title;
}

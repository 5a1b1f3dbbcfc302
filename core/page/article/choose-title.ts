/** A heading of the page, as far as the choice of a title needs it. */
export interface TitleHeading {
  readonly text: string;
  readonly level: number;
  /** The heading is nothing but a link (a logo, a teaser). */
  readonly linked: boolean;
}

/** Everything on a page that may be its title. Empty strings and lists where the page has none. */
export interface TitleEvidence {
  readonly headings: readonly TitleHeading[];
  /** og:title, JSON-LD headline, twitter:title …, best first. */
  readonly declared: readonly string[];
  readonly documentTitle: string;
  readonly site: string;
  readonly host: string;
}

export interface ChosenTitle {
  readonly title: string;
  /** Index in `headings` of the one that shows it, -1 if none does. */
  readonly heading: number;
}

const SEPARATOR = /\s+(?:[|\-–—·•»«:/\\_~]|::)\s+|\s*[|｜_»«]\s*|\s*[–—]\s+|(?<=[\u3000-\u9fff”）》])-+|-+(?=[\u3000-\u9fff])/gu;
/** Words a trailing part of a document title may have to pass for a site's name when nothing else tells. */
const NAME_WORDS = 4;
/** Share of words that a heading and the declared title have in common when they speak of the same story. */
const SAME_STORY = 0.14;

const squash = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ?? [];
/** How much a part of a title says: a Chinese character is worth less than a word. */
const weightOf = (text: string) => wordsOf(text).reduce((sum, word) => sum + (/[\u3040-\u9fff]/.test(word) ? 0.5 : 1), 0);

/** Decodes the few references that pages leave in their own metadata by escaping twice. */
const decode = (text: string) =>
  text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (all, hex: string | undefined, dec: string | undefined) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(dec);
      return code > 31 && code < 0xd800 ? String.fromCharCode(code) : all;
    })
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Share of the shorter one's words that the other has too, 0 … 1. */
function likeness(a: string, b: string): number {
  const x = new Set(wordsOf(a));
  const y = new Set(wordsOf(b));
  let both = 0;
  for (const word of x) if (y.has(word)) both++;
  return both / Math.max(1, Math.min(x.size, y.size));
}

/** Is this the site's name (or a part of it, or it with a word or two more)? */
function siteTest(site: string, host: string): (part: string) => boolean {
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

/** A declared title without site name and rubric. A part that a heading shows word for word is the title. */
function withoutSite(raw: string, isSite: (part: string) => boolean, shown: ReadonlySet<string>, guess: boolean): string {
  const colon = /^(.{2,40}?):\s+/u.exec(raw);
  let title = colon && isSite(colon[1]!) ? raw.slice(colon[0].length) : raw;
  for (let round = 0; round < 6; round++) {
    const cuts = [...title.matchAll(SEPARATOR)].map((cut) => [cut.index, cut.index + cut[0].length] as const);
    if (cuts.length === 0) return title;
    for (const [start, end] of cuts) {
      if (shown.has(squash(title.slice(0, start)))) return title.slice(0, start);
      if (shown.has(squash(title.slice(end)))) return title.slice(end);
    }
    const [firstStart, firstEnd] = cuts[0]!;
    const [lastStart, lastEnd] = cuts[cuts.length - 1]!;
    const head = title.slice(0, firstStart);
    const tail = title.slice(lastEnd);
    const rest = weightOf(title.slice(0, lastStart));
    if (isSite(tail) && rest > 0) title = title.slice(0, lastStart);
    else if (isSite(head) && wordsOf(title.slice(firstEnd)).length > 1) title = title.slice(firstEnd);
    else if (guess && weightOf(tail) <= NAME_WORDS && rest >= 4 && !/:\s$/.test(title.slice(lastStart, lastEnd)))
      title = title.slice(0, lastStart);
    else return title;
  }
  return title;
}

/** A heading that holds its date or rubric beside the title: the title alone, if the page declares just that. */
function withoutExtras(text: string, references: readonly string[]): string {
  for (const reference of references) {
    const at = text.indexOf(reference);
    if (at < 0 || reference.length === text.length || wordsOf(reference).length < 3) continue;
    const extra = text.slice(0, at) + text.slice(at + reference.length);
    if (/\d.*\d|[|•»]/.test(extra) || (at > 0 && at + reference.length === text.length && wordsOf(extra).length === 1)) return reference;
  }
  return text;
}

/**
 * Chooses a page's title: the heading that the declared titles confirm (the one a person sees), otherwise what is declared.
 * A heading that shares no word with any of them is a logo or a rubric. '' when the page has no title of any kind.
 */
export function chooseTitle(evidence: TitleEvidence): ChosenTitle {
  const isSite = siteTest(evidence.site, evidence.host);
  const shown = new Set(evidence.headings.map((heading) => squash(heading.text)).filter((s) => s.length > 5));
  const declared = evidence.declared
    .map((title) => withoutSite(decode(title), isSite, shown, false))
    .filter((title) => squash(title) !== '' && !isSite(title));
  const page = withoutSite(decode(evidence.documentTitle), isSite, new Set([...shown, ...declared.map(squash)]), declared.length === 0);
  const references = page === '' || isSite(page) ? declared : [...declared, page];
  const exact = new Set(references.map(squash));
  const raw = [...evidence.declared, evidence.documentTitle].map(squash);
  let best = -1;
  let top = 0;
  evidence.headings.forEach((heading, k) => {
    const s = squash(heading.text);
    if (s.length < 2) return;
    const like = references.reduce((most, reference) => Math.max(most, likeness(heading.text, reference)), 0);
    const contained = s.length > 5 && raw.some((title) => title.includes(s));
    let score = heading.level === 1 ? 2.5 : heading.level === 2 ? 1 : 0.4;
    score += 2 * like + (exact.has(s) ? 3 : 0) + (contained ? 1.2 : 0) - (heading.linked ? 0.6 : 0);
    if (isSite(heading.text) && !exact.has(s)) score -= 4;
    if (references.length > 0 && like < SAME_STORY && !contained) score -= 3;
    // Lower headings are sections; only word for word is one of them the title.
    if (heading.level > 1 && !exact.has(s) && !contained) score -= 1.5;
    if (score > top) {
      top = score;
      best = k;
    }
  });
  if (best >= 0 && (top >= 2.5 || references.length === 0))
    return { title: withoutExtras(decode(evidence.headings[best]!.text), references), heading: best };
  const title = declared[0] ?? page;
  return { title, heading: evidence.headings.findIndex((heading) => squash(heading.text) === squash(title)) };
}

import { HINT_NAMES, hintsOf } from './hints';
import { cutsOf, decode, likeness, siteTest, squash, weightOf, withoutSite, wordsOf } from './title-words';

/** A heading of the page (or a line that stands for one), as far as the choice of a title needs it. */
export interface TitleHeading {
  readonly text: string;
  /** 1 … 4; 5 for a line that is no heading. */
  readonly level: number;
  /** The heading is nothing but a link (a logo, a teaser). */
  readonly linked: boolean;
  /** Texts of its parts, if it has several (a kicker, a headline and a subtitle in one heading). */
  readonly parts: readonly string[];
  /** Upper-case tags of the elements around it, innermost first. */
  readonly around: readonly string[];
  /** Class, id and itemprop of itself. */
  readonly name: string;
  /** The same of the elements around it. */
  readonly names: string;
  /** Texts between it and the page's main container: below 0 before it, 0 at its start, above 0 within or behind it. */
  readonly place: number;
  /** It stands in the main container. */
  readonly inMain: boolean;
}

/** Names of the places where a page declares its title, in the order of `declared`. */
export const DECLARED = ['og', 'linked', 'twitter', 'meta', 'document'] as const;

/** Everything on a page that may be its title. Empty strings and lists where the page has none. */
export interface TitleEvidence {
  readonly headings: readonly TitleHeading[];
  readonly declared: Readonly<Record<(typeof DECLARED)[number], string>>;
  readonly site: string;
  readonly host: string;
  /** Path of the address. */
  readonly path: string;
}

/** One text that may be the title, with what speaks for and against it (see TITLE_FEATURES). */
export interface TitleCandidate {
  readonly text: string;
  /** Index in `headings` of the one that shows it, -1 if none does. */
  readonly heading: number;
  readonly row: Float32Array;
}

const PLACES = ['nav', 'related', 'side', 'foot', 'meta', 'hidden', 'comment', 'body'] as const;

/** Names of the numbers in a candidate's row, in order. */
export const TITLE_FEATURES: readonly string[] = [
  ...DECLARED.flatMap((name) => [`${name}.whole`, `${name}.named`, `${name}.cut`, `${name}.inside`, `${name}.holds`, `${name}.like`]),
  ...'h1 h2 h3 line part firstH1 onlyH1 linked inNav inAside inFooter inList inHeader named namedAround inCrumbs place before inMain nearest copies'.split(
    ' ',
  ),
  ...PLACES.map((name) => `hint.${name}`),
  ...'sources words short long isSite dropped droppedSite kept front bar dash colon startsH1 endsH1 insideHeading slugIn inSlug best digits hasOg hasH1 agree'.split(
    ' ',
  ),
];
const AT = new Map(TITLE_FEATURES.map((name, k) => [name, k]));

/** Characters beyond which a text is no title. */
const MAX_TITLE = 400;
const NAMED = /title|headline|heading|\bsubject\b|biaoti/;
const CRUMBS = /crumb|\bpath\b|navigation-link/;
/** Archives keep the address of the page behind their own. */
const ARCHIVED = /^\/web\/\d+[a-z_]*\/https?:\/+([^/]+)(.*)$/i;

interface Draft {
  readonly text: string;
  readonly squashed: string;
  heading: number;
  readonly row: Float32Array;
}

/** Gathers every text that may be the page's title and describes it. Nothing is chosen here. */
export function titleCandidates(evidence: TitleEvidence): TitleCandidate[] {
  const [, host = evidence.host, path = evidence.path] = ARCHIVED.exec(evidence.path) ?? [];
  const isSite = siteTest(evidence.site, host);
  const drafts = new Map<string, Draft>();
  const put = (draft: Draft, name: string, value: number) => {
    const k = AT.get(name)!;
    if (value > draft.row[k]!) draft.row[k] = value;
  };
  const take = (text: string): Draft | null => {
    const squashed = squash(text);
    if (squashed === '' || text.length > MAX_TITLE) return null;
    let draft = drafts.get(squashed);
    if (!draft) {
      draft = { text: text.trim(), squashed, heading: -1, row: new Float32Array(TITLE_FEATURES.length) };
      drafts.set(squashed, draft);
    }
    return draft;
  };
  const h1s = evidence.headings.filter((heading) => heading.level === 1);
  let nearest = -1;
  evidence.headings.forEach((heading, k) => {
    if (heading.level > 2 || squash(heading.text) === '') return;
    if (nearest < 0 || Math.abs(heading.place) < Math.abs(evidence.headings[nearest]!.place)) nearest = k;
  });
  // Headings first: of two spellings the one that is seen counts.
  evidence.headings.forEach((heading, k) => {
    const draft = take(heading.text);
    if (!draft) return;
    const better = draft.heading < 0 || evidence.headings[draft.heading]!.level > heading.level;
    put(draft, 'copies', draft.heading < 0 ? 0 : draft.row[AT.get('copies')!]! + 1);
    put(draft, heading.level === 1 ? 'h1' : heading.level === 2 ? 'h2' : heading.level < 5 ? 'h3' : 'line', 1);
    if (heading === h1s[0]) put(draft, 'firstH1', 1);
    if (h1s.length === 1 && heading === h1s[0]) put(draft, 'onlyH1', 1);
    if (better) {
      draft.heading = k;
      const set = (name: string, value: number) => {
        draft.row[AT.get(name)!] = value;
      };
      const bits = hintsOf(`${heading.name} ${heading.names}`);
      set('linked', heading.linked ? 1 : 0);
      set('inNav', heading.around.includes('NAV') ? 1 : 0);
      set('inAside', heading.around.includes('ASIDE') ? 1 : 0);
      set('inFooter', heading.around.includes('FOOTER') ? 1 : 0);
      set('inList', heading.around.includes('LI') ? 1 : 0);
      set('inHeader', heading.around.includes('HEADER') ? 1 : 0);
      set('named', NAMED.test(heading.name.toLowerCase()) ? 1 : 0);
      set('namedAround', NAMED.test(heading.names.toLowerCase()) ? 1 : 0);
      set('inCrumbs', CRUMBS.test(`${heading.name} ${heading.names}`.toLowerCase()) ? 1 : 0);
      set('nearest', k === nearest ? 1 : 0);
      set('place', Math.sign(heading.place) * Math.log1p(Math.abs(heading.place)));
      set('before', heading.place < 0 ? 1 : 0);
      set('inMain', heading.inMain ? 1 : 0);
      for (const name of PLACES) set(`hint.${name}`, (bits >> HINT_NAMES.indexOf(name)) & 1);
    }
  });
  evidence.headings.forEach((heading, k) => {
    for (const part of heading.parts) {
      const draft = take(part);
      if (!draft || draft.squashed === squash(heading.text)) continue;
      if (draft.heading < 0) draft.heading = k;
      if (heading.level < 3) put(draft, 'part', 1);
    }
  });
  const refs: { readonly name: string; readonly squashed: string; readonly words: readonly string[] }[] = [];
  for (const name of DECLARED) {
    const raw = decode(evidence.declared[name]);
    const whole = take(raw);
    if (!whole) continue;
    put(whole, `${name}.whole`, 1);
    const plain = withoutSite(raw, isSite, false);
    refs.push({ name, squashed: squash(plain), words: wordsOf(plain) });
    const named = take(plain);
    if (named) put(named, `${name}.named`, 1);
    const guessed = take(withoutSite(raw, isSite, true));
    if (guessed) put(guessed, 'best', 1);
    for (const [start, end] of cutsOf(raw)) {
      const by = raw.slice(start, end);
      for (const [kept, lost, front] of [
        [raw.slice(0, start), raw.slice(end), 1],
        [raw.slice(end), raw.slice(0, start), 0],
      ] as const) {
        const draft = take(kept);
        if (!draft) continue;
        put(draft, `${name}.cut`, 1);
        put(draft, 'dropped', weightOf(lost));
        put(draft, 'kept', kept.length / raw.length);
        put(draft, 'front', front);
        put(draft, /[|｜»«_]/.test(by) ? 'bar' : /:/.test(by) ? 'colon' : 'dash', 1);
        if (isSite(lost)) put(draft, 'droppedSite', 1);
      }
    }
  }
  const slug = wordsOf(
    path
      .replace(/\.\w{2,5}$/, '')
      .split('/')
      .at(-1) ||
      path.split('/').at(-2) ||
      '',
  ).filter((word) => word.length > 2);
  const shown = evidence.headings
    .filter((heading) => heading.level < 3)
    .map((heading) => ({ level: heading.level, s: squash(heading.text) }));
  const agree = h1s.some((heading) => refs.some((ref) => ref.squashed === squash(heading.text)));
  for (const draft of drafts.values()) {
    const words = wordsOf(draft.text);
    const weight = weightOf(draft.text);
    let sources = 0;
    for (const ref of refs) {
      if (ref.squashed === draft.squashed) sources++;
      else if (ref.squashed.includes(draft.squashed)) put(draft, `${ref.name}.inside`, draft.squashed.length / ref.squashed.length);
      else if (ref.squashed !== '' && draft.squashed.includes(ref.squashed))
        put(draft, `${ref.name}.holds`, ref.squashed.length / draft.squashed.length);
      put(draft, `${ref.name}.like`, likeness(words, ref.words));
    }
    put(draft, 'sources', sources);
    put(draft, 'words', Math.log1p(weight));
    put(draft, 'short', weight < 3 ? 1 : 0);
    put(draft, 'long', weight > 22 ? 1 : 0);
    put(draft, 'isSite', isSite(draft.text) ? 1 : 0);
    put(draft, 'digits', /\d.*\d/.test(draft.text) ? 1 : 0);
    put(draft, 'hasOg', evidence.declared.og === '' ? 0 : 1);
    put(draft, 'hasH1', h1s.length > 0 ? 1 : 0);
    put(draft, 'agree', agree ? 1 : 0);
    for (const { level, s } of shown) {
      if (s === draft.squashed || !s.includes(draft.squashed)) continue;
      put(draft, 'insideHeading', draft.squashed.length / s.length);
      if (level === 1 && s.startsWith(draft.squashed)) put(draft, 'startsH1', 1);
      if (level === 1 && s.endsWith(draft.squashed)) put(draft, 'endsH1', 1);
    }
    if (slug.length > 1) {
      const own = new Set(words);
      put(draft, 'slugIn', slug.filter((word) => own.has(word)).length / slug.length);
      const long = words.filter((word) => word.length > 2);
      if (long.length > 0) put(draft, 'inSlug', long.filter((word) => slug.includes(word)).length / long.length);
    }
  }
  return [...drafts.values()].map(({ text, heading, row }) => ({ text, heading, row }));
}

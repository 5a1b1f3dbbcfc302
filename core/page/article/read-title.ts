import { attributeOf, firstChildOf, nextSiblingOf, nodeNameOf, nodeTypeOf, textContentOf } from '../safe-dom';
import type { Survey } from '../survey';
import { chooseTitle } from './choose-title';
import { metaOf, type PageMeta } from './read-meta';
import { HEADING, INLINE } from './tags';
import type { TitleEvidence, TitleHeading } from './title-candidates';
import { squash } from './title-words';

/** A title and the element that shows it. */
export interface FoundTitle {
  readonly title: string;
  readonly element: Element | null;
  /** Survey index of `element`, -1 if none. */
  readonly index: number;
  /** Name of the site, null if the page does not say. */
  readonly site: string | null;
  /** What it was chosen from: the learning reads it. */
  readonly evidence: TitleEvidence;
}

/** Headings looked at: on a front page the later ones are other stories. */
const MAX_HEADINGS = 60;
/** Elements whose text is compared with the document's title. */
const MAX_LOOKED = 80;
/** Characters up to which a heading can be a title. */
const MAX_TITLE = 400;
/** Elements around a heading whose names are read. */
const MAX_AROUND = 5;
/** Parts of a heading; one with more is a sentence with links. */
const MAX_PARTS = 5;

const tidy = (text: string | null) =>
  (text ?? '')
    .replace(/\u00ad/g, '')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim();

/** The text of an element as one line; readings above Chinese characters are left out, words of two lines stay apart. */
export function lineOf(survey: Survey, index: number): string {
  const { words, owner, at, spaced, tags, parent, from, to } = survey;
  const blockOf = (i: number) => {
    let block = i;
    while (block > index && INLINE.has(tags[block]!)) block = parent[block]!;
    return block;
  };
  let line = '';
  for (let k = from[index]!; k < to[index]!; k++) {
    const tag = tags[owner[k]!]!;
    if (tag === 'RT' || tag === 'RP') continue;
    let apart = spaced[k] === 1;
    if (k > from[index]! && !apart) {
      apart = blockOf(owner[k]!) !== blockOf(owner[k - 1]!);
      for (let i = at[k - 1]!; i < at[k]! && !apart; i++) apart = tags[i] === 'BR';
    }
    line += apart && line !== '' ? ` ${words[k]!}` : words[k]!;
  }
  return tidy(line);
}

/** Texts of a heading's children, when it has several: a kicker, the headline, a subtitle. */
function partsOf(heading: Element): string[] {
  for (let holder: Node | null = heading, deep = 0; holder && deep < 4; deep++) {
    const parts: string[] = [];
    let only: Node | null = null;
    let count = 0;
    let line = '';
    for (let child: Node | null = firstChildOf(holder); child; child = nextSiblingOf(child)) {
      const isText = nodeTypeOf(child) === 3;
      if (!isText && nodeTypeOf(child) !== 1) continue;
      const text = nodeNameOf(child) === 'BR' ? '' : tidy(textContentOf(child));
      if (isText) {
        line = tidy(`${line} ${text}`);
        if (text !== '') count++;
        continue;
      }
      if (line !== '') parts.push(line);
      line = '';
      if (text === '') continue;
      count++;
      only = child;
      parts.push(text);
    }
    if (line !== '') parts.push(line);
    if (count > 1) return parts.length > 1 && parts.length <= MAX_PARTS ? parts : [];
    holder = only;
  }
  return [];
}

/** Old pages show their title in a div or table cell: the longest short text before `end` that the document's title holds. -1 if none. */
function plainTitle(survey: Survey, documentTitle: string, end: number): number {
  const { text, own, link, elements } = survey;
  const whole = squash(documentTitle);
  let best = -1;
  let longest = Math.max(6, 0.3 * whole.length);
  let looked = 0;
  for (let i = 0; i < end && looked < MAX_LOOKED; i++) {
    const size = text[i]!;
    if (own[i] === 0 || size < longest || size > documentTitle.length + 40 || link[i]! > 0.5 * size) continue;
    looked++;
    const words = squash(tidy(textContentOf(elements[i]!)));
    if (words.length < longest || !whole.includes(words)) continue;
    best = i;
    longest = words.length + 1;
  }
  return best;
}

function headingAt(survey: Survey, index: number, level: number, main: number): TitleHeading {
  const { elements, tags, parent, end, text, link, from, to } = survey;
  const around: string[] = [];
  const nameOf = (at: number) => {
    const element = elements[at]!;
    return `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''} ${attributeOf(element, 'itemprop') ?? ''}`;
  };
  let names = '';
  for (let at = parent[index]!, k = 0; at >= 0 && k < MAX_AROUND; at = parent[at]!, k++) {
    around.push(tags[at]!);
    names += ` ${nameOf(at)}`;
  }
  return {
    text: lineOf(survey, index),
    level,
    linked: link[index]! > 0.9 * text[index]!,
    parts: partsOf(elements[index]!),
    around,
    name: nameOf(index).slice(0, 140),
    names: names.slice(0, 150),
    place: index < main ? Math.min(0, to[index]! - from[main]!) : from[index]! - from[main]!,
    inMain: index >= main && index < end[main]!,
  };
}

/** Everything on the page that may be its title. `at` are the survey indices of the headings. Nothing at or after index `before` counts. */
function titleEvidence(
  survey: Survey,
  meta: PageMeta,
  url: string,
  before: number,
  main: number,
): { readonly evidence: TitleEvidence; readonly at: readonly number[] } {
  const headings: TitleHeading[] = [];
  const at: number[] = [];
  const { tags, text } = survey;
  for (let i = 0; i < tags.length && i < before && at.length < MAX_HEADINGS; i++) {
    const tag = tags[i]!;
    if (tag.length !== 2 || text[i]! < 2 || text[i]! > MAX_TITLE) continue;
    const level = HEADING.exec(tag);
    if (!level || Number(level[1]) > 4) continue;
    headings.push(headingAt(survey, i, Number(level[1]), main));
    at.push(i);
  }
  if (meta.documentTitle.length > 5) {
    const plain = plainTitle(survey, meta.documentTitle, Math.min(before, tags.length));
    if (plain >= 0 && !at.includes(plain)) {
      headings.push(headingAt(survey, plain, 5, main));
      at.push(plain);
    }
  }
  const [, host = '', path = ''] = /^https?:\/\/([^/:?#]+)[^/?#]*([^?#]*)/i.exec(url) ?? [];
  return {
    evidence: {
      headings,
      declared: {
        og: metaOf(meta, 'og:title'),
        linked: meta.linked?.headline ?? '',
        twitter: metaOf(meta, 'twitter:title'),
        meta: metaOf(meta, 'headline', 'dc.title', 'parsely-title', 'sailthru.title', 'title'),
        document: meta.documentTitle,
      },
      site: metaOf(meta, 'og:site_name', 'application-name') || meta.linked?.publisher || '',
      host: host.toLowerCase(),
      path,
    },
    at,
  };
}

/** Reads the page's title from its headings, its metadata and its document title; `main` is the index of the story's likely container. */
export function readTitle(survey: Survey, meta: PageMeta, url: string, before: number, main: number): FoundTitle {
  const { evidence, at } = titleEvidence(survey, meta, url, before, main);
  const { title, heading } = chooseTitle(evidence);
  const index = heading < 0 ? -1 : at[heading]!;
  return { title, element: index < 0 ? null : survey.elements[index]!, index, site: evidence.site || null, evidence };
}

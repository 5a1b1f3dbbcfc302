import { attributeOf } from '../safe-dom';
import type { Survey } from '../survey';
import { namesAfterLead, namesIn, oneName, ownerOf } from './byline-names';
import { metaOf, type PageMeta } from './read-meta';
import { lineOf } from './read-title';

/** Class names and ids of what names the author; `WEAK` ones hold other things beside the name. */
const AUTHOR =
  /(?:^|[\s_-])(?:the-?)?(?:author|autor|auteur|writer|zuozhe|contributor)s?(?:$|[\s_-]*(?:name|link|title|label|text|byline)|[\s_-]+url)/;
const WEAK = /byline|(?:^|[\s_-])(?:author|autor|auteur|writer|vcard)|posted-?by|written-?by|article-?by/;
/** Parts about the author that hold no name, or others' names. */
const NOT =
  /(?:author|autor|writer)s?[\s_-]*(?:bio|description|desc|about|info-text|role|job|position|img|image|avatar|photo|social|twitter|more|posts)|comment|related|caption|credit|photographer/;
const PROFILE =
  /\/(?:authors?|autor(?:en|es)?|auteurs?|by|writers?|contributors?|people|profile|journalists?|redakteure?|reporters?)\/[^/?#]+/i;
/** Characters of an element that can be a byline. */
const MAX_LINE = 120;
const MAX_LOOKED = 400;
/** Strength of a mark from which on it counts without words that introduce a name. */
const SURE = 2;
/** Characters at the start and the end of a story where Chinese papers name their reporters. */
const EDGE = 80;
/** Blocks at either end of a story that are looked at for that. */
const AT_EDGE = 3;
/** Elements between two authors of one story, and authors at most. */
const NEXT_AUTHOR = 12;
const MAX_AUTHORS = 8;

/** How clearly an element is marked as naming the author: 0 not at all … 4. */
function markOf(element: Element, tag: string): number {
  const prop = attributeOf(element, 'itemprop') ?? '';
  const name = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase();
  if (NOT.test(name)) return 0;
  if (tag === 'A' && /\bauthor\b/i.test(attributeOf(element, 'rel') ?? '')) return 4;
  if (/\bauthor\b/.test(prop)) return 4;
  if (AUTHOR.test(name)) return 3;
  if (tag === 'A' && PROFILE.test(attributeOf(element, 'href') ?? '')) return 2;
  return WEAK.test(name) ? 1 : 0;
}

/** The best marked element between two survey indices, with others of the same kind right behind it. */
function markedByline(survey: Survey, from: number, to: number, isSite: (part: string) => boolean): string {
  const { elements, tags, text } = survey;
  let best: string[] = [];
  let top = 0;
  let last = 0;
  let end = 0;
  let looked = 0;
  for (let i = Math.max(0, from); i < to && looked < MAX_LOOKED; i++) {
    const size = text[i]!;
    if (size < 2 || size > MAX_LINE) continue;
    looked++;
    const mark = markOf(elements[i]!, tags[i]!);
    const more = mark === top && mark >= SURE && i >= end && i - last < NEXT_AUTHOR && best.length < MAX_AUTHORS;
    if (mark <= top && !more) continue;
    const line = lineOf(survey, i);
    const names = mark >= SURE ? namesIn(line, isSite) : namesAfterLead(line, isSite) || oneName(line, isSite);
    if (names === '') continue;
    if (more) {
      if (!best.includes(names)) best.push(names);
    } else best = [names];
    top = mark;
    last = i;
    end = survey.end[i]!;
  }
  return best.join(', ');
}

/** Where to look for the author: survey indices around the story's head and behind its end, its first and last blocks, lines about its start. */
export interface BylineSpan {
  readonly head: readonly [from: number, to: number];
  readonly foot: readonly [from: number, to: number];
  readonly near: readonly string[];
  /** The story's text, block by block. */
  readonly story: readonly string[];
}

/** Chinese papers name the reporter in the first or last sentence, or in a line of its own; '' where a story names none. */
function reporterOf(story: readonly string[], isSite: (part: string) => boolean): string {
  for (let k = 0; k < story.length; k++) {
    const text = story[k]!;
    if (!/\p{sc=Han}/u.test(text)) continue;
    const short = text.length <= EDGE / 2;
    const names =
      (k < AT_EDGE || short ? namesAfterLead(text.slice(0, EDGE), isSite) : '') ||
      (k >= story.length - AT_EDGE ? namesAfterLead(text.slice(-EDGE), isSite) : '');
    if (names !== '') return names;
  }
  return '';
}

/**
 * Who wrote the story: declared as data, otherwise marked by class, rel or itemprop beside the title, otherwise the line that says so. The
 * site's own name is no author. null if unknown.
 */
export function readByline(survey: Survey, meta: PageMeta, isSite: (part: string) => boolean, span: BylineSpan): string | null {
  const labelled = /author|written|by\b|autor|verfasst|escrito|écrit|scritto|geschreven|作者|автор/i.test(metaOf(meta, 'twitter:label1'))
    ? metaOf(meta, 'twitter:data1')
    : '';
  const named = [...(meta.named.get('author') ?? []), ...(meta.named.get('article:author') ?? [])].filter((name) => !/^https?:/.test(name));
  const declared = [
    meta.linked?.author ?? '',
    labelled,
    [...new Set(named)].slice(0, 4).join(', '),
    metaOf(meta, 'parsely-author', 'sailthru.author', 'dc.creator', 'byl', 'cxenseparse:author'),
  ];
  // Metadata of Chinese pages name the maker of the software as often as the writer.
  const reporter = reporterOf(span.story, isSite);
  if (reporter !== '' && (meta.linked?.author ?? '') === '') return reporter;
  for (const value of declared) {
    const names = value === '' ? '' : namesIn(value, isSite);
    if (names !== '') return names;
  }
  const head = markedByline(survey, span.head[0], span.head[1], isSite);
  if (head !== '') return head;
  for (const text of span.near) {
    const names = text.length > MAX_LINE ? '' : namesAfterLead(text, isSite);
    if (names !== '') return names;
  }
  const foot = markedByline(survey, span.foot[0], span.foot[1], isSite);
  if (foot !== '') return foot;
  if (reporter !== '') return reporter;
  const owner = ownerOf(metaOf(meta, 'og:site_name', 'application-name') || meta.linked?.publisher || '');
  if (owner !== '') return owner;
  // An author that is the site itself is better than none.
  return declared.map((value) => namesIn(value, () => false)).find((names) => names !== '') ?? null;
}

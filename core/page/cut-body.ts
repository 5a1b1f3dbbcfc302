import { isUnseen } from './is-unseen';
import { joinTexts } from './read-text';
import { lowerBound } from './thread/ascending';
import { HINT } from './thread/hints';
import type { Layout } from './thread/layout';
import { EDITED } from './thread/words';

/** What a writer said in a record. */
export interface RecordBody {
  readonly text: string;
  readonly quotes: readonly string[];
  /** Elements that hold the words. */
  readonly elements: readonly number[];
}

/** Tags that flow: where one of them is the best place for words, its parent is the body. */
export const FLOW = new Set([
  'P',
  'UL',
  'OL',
  'LI',
  'PRE',
  'B',
  'I',
  'EM',
  'STRONG',
  'A',
  'U',
  'FONT',
  'CODE',
  'DEL',
  'S',
  'SUB',
  'SUP',
  'SMALL',
  'CENTER',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
]);

const QUOTE_HEAD = /(?:wrote|said|says|schrieb|a écrit|escribió|написал\(?а?\)?|pisze|写道|說|发表于|發表於|的大作中提到)\s*[:：↑]?\s*$/iu;

/** The words within `i` and, apart from them, what it quotes. */
export function cut(layout: Layout, record: number, i: number, junk: ReadonlySet<number>): RecordBody {
  const { page } = layout;
  const dropped: [number, number][] = [];
  const quoted: [number, number][] = [];
  let skipTo = -1;
  const elements = layout.elements[record]!;
  for (let n = lowerBound(elements, i + 1); n < elements.length && elements[n]! < page.end[i]!; n++) {
    const j = elements[n]!;
    if (j < skipTo) continue;
    const tag = page.tags[j]!;
    const hints = page.info[j]!.hints;
    const quote =
      tag === 'BLOCKQUOTE' ||
      (hints & HINT.quote &&
        !FLOW.has(tag) &&
        page.end[j]! - j >= 1 &&
        page.text[j]! > 12 &&
        tag !== 'SPAN' &&
        tag !== 'A' &&
        tag !== 'BUTTON');
    if (quote) {
      quoted.push([page.from[j]!, page.to[j]!]);
      skipTo = page.end[j]!;
    } else if (
      tag === 'BUTTON' ||
      tag === 'TEXTAREA' ||
      tag === 'NAV' ||
      hints & HINT.signature ||
      (tag === 'FORM' && page.text[j]! < 0.5 * page.text[i]!) ||
      (hints & HINT.edited && page.text[j]! < 200) ||
      (hints & HINT.hidden && page.text[j]! < 0.5 * page.text[i]! && isUnseen(page.elements[j]!)) ||
      (hints & HINT.control && !(hints & HINT.body) && page.text[j]! < 80 && page.text[j]! < 0.6 * page.text[i]!)
    ) {
      dropped.push([page.from[j]!, page.to[j]!]);
      skipTo = page.end[j]!;
    }
  }
  const within = (list: readonly [number, number][], t: number) => list.some(([a, b]) => t >= a && t < b);
  const kept: number[] = [];
  const own = layout.texts[record]!;
  for (let n = lowerBound(own, page.from[i]!); n < own.length && own[n]! < page.to[i]!; n++) {
    const t = own[n]!;
    if (junk.has(t) || within(dropped, t) || within(quoted, t)) continue;
    kept.push(t);
  }
  const words = dropNotes(page, kept);
  let text = joinTexts(page, words);
  let quotes = quoted
    .map(([a, b]) =>
      joinTexts(
        page,
        own.filter((t) => t >= a && t < b),
      ),
    )
    .filter((q) => q !== '');
  if (quotes.length > 0)
    text = text
      .split('\n')
      .filter((line, n, lines) => !(QUOTE_HEAD.test(line) && line.length < 80 && n < lines.length))
      .join('\n');
  // A post that is nothing but one blockquote is written in it (some engines put every post into one).
  if (text === '' && quotes.length > 0) {
    text = quotes.join('\n');
    quotes = [];
  }
  return { text, quotes, elements: [i] };
}

/** Characters that a signature may have although the words above it are fewer. */
const MOST_SIGNED = 160;

/** Cuts "last edited by …" at the end or the start, and all behind a signature line. */
function dropNotes(page: Layout['page'], texts: readonly number[]): readonly number[] {
  let kept = texts;
  const line = kept.findIndex((t, n) => n > 0 && /^\s*(?:_{5,}|-{5,}|={5,}|-- )\s*$/.test(page.words[t]!));
  // "=====" also stands between a quotation and the answer to it: what is longer than the words before it is no signature.
  const size = (list: readonly number[]) => list.reduce((sum, t) => sum + page.words[t]!.length, 0);
  if (line > 0 && kept.length - line < 8 && size(kept.slice(line + 1)) <= Math.max(MOST_SIGNED, size(kept.slice(0, line))))
    kept = kept.slice(0, line);
  for (let n = kept.length - 1; n >= 0 && n >= kept.length - 5; n--) {
    const data = page.words[kept[n]!]!;
    if (EDITED.test(data) && data.length < 160) {
      const rest = kept.slice(n + 1).reduce((sum, t) => sum + page.words[t]!.length, 0);
      if (rest < 90) return kept.slice(0, n);
    }
  }
  return kept;
}

import { lowerBound } from './ascending';
import type { Cues, Scan } from './cues';
import { isNested, ownCounts, type Span } from './groups';

/** Kinds of cues that a group's records are asked for, a bit each. */
const KINDS = [
  'date',
  'machine',
  'author',
  'profile',
  'says',
  'reply',
  'control',
  'serial',
  'schema',
  'list',
  'heading',
  'counted',
  'price',
  'more',
  'image',
  'field',
  'block',
  'joined',
  'edited',
  'title',
  'floor',
  'prose',
  'avatar',
  'quoted',
  'byline',
] as const satisfies readonly (keyof Cues)[];

/** The bit of a kind of cue. */
export const CUE = Object.fromEntries(KINDS.map((kind, n) => [kind, 1 << n])) as { readonly [kind in (typeof KINDS)[number]]: number };

/** All cues of a page in one list: hundreds of groups ask for all kinds of them. */
export interface CueList {
  /** Ascending indexes of the elements with any cue. */
  readonly at: Int32Array;
  /** The kinds of each, as bits of `CUE`. */
  readonly bits: Int32Array;
  /** How many dates and authors it tells. */
  readonly dates: Int32Array;
  readonly authors: Int32Array;
}

/** Lays the lists of cues together. */
export function listCues(cues: Cues, count: number): CueList {
  const bitsOf = new Int32Array(count);
  KINDS.forEach((kind, n) => {
    for (const i of cues[kind]) bitsOf[i]! |= 1 << n;
  });
  let size = 0;
  for (let i = 0; i < count; i++) if (bitsOf[i] !== 0) size++;
  const [at, bits, dates, authors] = [new Int32Array(size), new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  for (let i = 0, n = 0; i < count; i++) {
    if (bitsOf[i] === 0) continue;
    at[n] = i;
    bits[n++] = bitsOf[i]!;
  }
  const add = (list: readonly number[], times: Int32Array) => {
    let n = 0;
    for (const i of list) {
      while (at[n]! < i) n++;
      times[n]!++;
    }
  };
  add(cues.date, dates);
  add(cues.author, authors);
  return { at, bits, dates, authors };
}

/** The cues of each span, those of spans nested in it left out. */
export interface OwnCues {
  readonly bits: Int32Array;
  readonly date: Int32Array;
  readonly author: Int32Array;
  /** Blocks of text in all spans together. */
  readonly blocks: number;
}

/** Counts what `ownCounts` counts, for all kinds of cues in one walk over cues and spans. */
export function ownCues(page: Scan, spans: readonly Span[], above: Int32Array): OwnCues {
  const n = spans.length;
  const bits = new Int32Array(n);
  if (!isNested(spans, above)) {
    KINDS.forEach((kind, b) => {
      ownCounts(spans, above, page.cues[kind]).forEach((count, k) => {
        if (count > 0) bits[k]! |= 1 << b;
      });
    });
    const blocks = ownCounts(spans, above, page.cues.block).reduce((a, b) => a + b, 0);
    return { bits, date: ownCounts(spans, above, page.cues.date), author: ownCounts(spans, above, page.cues.author), blocks };
  }
  const { at, bits: kinds, dates, authors } = page.all;
  const date = new Int32Array(n);
  const author = new Int32Array(n);
  let blocks = 0;
  for (let c = lowerBound(at, spans[0]!.start), k = 0; c < at.length; ) {
    const i = at[c]!;
    while (k + 1 < n && spans[k + 1]!.start <= i) k++;
    let inner = k;
    while (inner >= 0 && spans[inner]!.stop <= i) inner = above[inner]!;
    if (inner >= 0) {
      bits[inner]! |= kinds[c]!;
      date[inner]! += dates[c]!;
      author[inner]! += authors[c]!;
      if (kinds[c]! & CUE.block) blocks++;
      c++;
    } else if (k + 1 < n) c = lowerBound(at, spans[k + 1]!.start, c + 1);
    else break;
  }
  return { bits, date, author, blocks };
}

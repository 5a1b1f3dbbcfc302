import { countIn, lowerBound } from './ascending';
import type { Scan } from './cues';
import { firstIn, ownCounts, type Span } from './groups';

/** Cut to 0 … 1. */
export const clamp = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** Own characters per span by `measure` (text or link), nested spans left out. */
export function sizesOf(page: Scan, spans: readonly Span[], above: Int32Array, measure: Int32Array): Int32Array {
  const sizes = new Int32Array(spans.length);
  for (let k = 0; k < spans.length; k++) {
    let size = 0;
    for (let i = spans[k]!.start; i < spans[k]!.stop; i = page.end[i]!) size += measure[i]!;
    sizes[k]! += size;
    if (above[k]! >= 0) sizes[above[k]!]! -= size;
  }
  return sizes;
}

/** Characters of text that stand directly in the elements from `start` to before `stop`. */
export const textBetween = (page: Scan, start: number, stop: number): number => page.sums[stop]! - page.sums[start]!;

/** How far the middle four fifths of ascending sizes lie apart, 0 … 1. */
export function spread(sorted: readonly number[]): number {
  if (sorted.length < 2) return 0;
  const low = sorted[Math.floor(sorted.length * 0.1)]!;
  const high = sorted[Math.floor(sorted.length * 0.9)]!;
  return clamp(Math.log2((high + 10) / (low + 10)) / 5);
}

/** Share of the most frequent count. */
export function uniform(counts: Int32Array): number {
  const bag = new Map<number, number>();
  for (const c of counts) bag.set(c, (bag.get(c) ?? 0) + 1);
  return Math.max(...bag.values()) / counts.length;
}

/** Is one of `list` within the group or close to it (by elements, a share of the page)? */
export function near(page: Scan, list: readonly number[], start: number, stop: number, part: number): boolean {
  const slack = Math.max(60, page.tags.length * part);
  return countIn(list, start - slack, stop + slack) > 0;
}

/** Does a heading over comments stand shortly before `start`? */
export function headedBefore(page: Scan, start: number): boolean {
  const at = lowerBound(page.headed, start);
  const before = page.headed[at - 1];
  return before !== undefined && textBetween(page, before + 1, start) < 600 && start - before < 150;
}

/** Share of records whose first heading is a link: a teaser's. */
export function headingLinks(page: Scan, spans: readonly Span[]): number {
  let count = 0;
  for (const span of spans) {
    const h = firstIn(page.cues.heading, span);
    if (h >= 0 && page.link[h]! > 12 && page.link[h]! > 0.7 * page.text[h]!) count++;
    else if (h > 0 && page.tags[page.parent[h]!] === 'A') count++;
  }
  return count / spans.length;
}

/**
 * Of one kind of cue (say dates), the make that most records hold exactly once: how many do, and which part of the page's cues of that make
 * the group takes in. Right records take in all of them and one each; halves, pairs and mere subsets do not.
 */
export function exact(
  spans: readonly Span[],
  above: Int32Array,
  kinds: ReadonlyMap<number, readonly number[]>,
  scale: number,
): { once: number; cover: number } {
  const n = spans.length;
  const makes = new Set<number>();
  for (const k of [0, n >> 1, n - 1]) {
    let here = 0;
    const { start, stop } = spans[k]!;
    for (const [make, list] of kinds) {
      // Most makes stand elsewhere on the page altogether.
      if (list[0]! >= stop || list[list.length - 1]! < start) continue;
      if (countIn(list, start, stop) > 0 && here++ < 6) makes.add(make);
    }
  }
  let best = { once: 0, cover: 0 };
  for (const make of makes) {
    const list = kinds.get(make)!;
    const counts = ownCounts(spans, above, list);
    let ones = 0;
    let all = 0;
    for (const c of counts) {
      if (c === 1) ones++;
      all += c;
    }
    const found = { once: ones / n, cover: clamp((all * scale) / list.length) };
    if (found.once * (0.5 + found.cover) > best.once * (0.5 + best.cover)) best = found;
  }
  return best;
}

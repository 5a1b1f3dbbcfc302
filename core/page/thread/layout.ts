import { collapse } from '../collapse';
import { joinTexts } from '../read-text';
import type { Steps } from '../steps';
import { lowerBound } from './ascending';
import type { Scan } from './cues';
import { type Group, nestingOf, type Span } from './groups';

/** A group's records laid over each other: every element gets the number of its place within its record, so that fields can be voted on. */
export interface Layout {
  readonly page: Scan;
  readonly spans: readonly Span[];
  /** Index of the span that encloses each span, -1 for none. */
  readonly above: Int32Array;
  /** Spans directly within each span. */
  readonly inner: readonly (readonly number[])[];
  /** Own elements of each record in document order (nested records left out). */
  readonly elements: readonly (readonly number[])[];
  /** Own text nodes of each record in document order. */
  readonly texts: readonly (readonly number[])[];
  /** Place number by element; 0 for elements outside all records. Equal for equal paths of signatures below the record's root. */
  readonly place: Int32Array;
  /** Place numbers are smaller than this. */
  readonly places: number;
  /** 1 for the records that are looked at closely: what they teach about places is applied to the rest. All of a short thread. */
  readonly close: Uint8Array;
  /** 1 for the records before which work on one after the other pauses. */
  readonly turns: Uint8Array;
}

/** Of longer threads the first records and some of the rest are looked at closely. */
const CLOSE_FIRST = 56;
const CLOSE_LATER = 24;

/** Elements and texts laid out or read in one step. */
const STEP = 500;

export function* layOut(page: Scan, group: Group): Steps<Layout> {
  const { spans } = group;
  const above = nestingOf(spans);
  const place = new Int32Array(page.tags.length);
  const numbers = new Map<number, number>();
  const elements: number[][] = [];
  const texts: number[][] = [];
  const nested: number[][] = spans.map(() => []);
  const turns = new Uint8Array(spans.length);
  for (let k = 0, work = 0; k < spans.length; k++) {
    work += spans[k]!.stop - spans[k]!.start + spans[k]!.to - spans[k]!.from;
    if (work < STEP) continue;
    work = 0;
    turns[k] = 1;
  }
  for (let k = 0; k < spans.length; k++) if (above[k]! >= 0) nested[above[k]!]!.push(k);
  for (let k = 0; k < spans.length; k++) {
    if (turns[k]) yield;
    const { start, stop, from, to } = spans[k]!;
    const own: number[] = [];
    let next = 0;
    const inner = nested[k]!;
    const single = page.end[start] === stop;
    for (let i = start; i < stop; ) {
      if (next < inner.length && i === spans[inner[next]!]!.start) {
        i = spans[inner[next]!]!.stop;
        next++;
        continue;
      }
      const p = page.parent[i]!;
      const top = p < start;
      const base = top ? (single ? 1 : 7) : place[p]!;
      const path = top && single ? 1 : base * 65536 + page.sig[i]! + 1;
      let number = numbers.get(path);
      if (number === undefined) {
        number = numbers.size + 1;
        numbers.set(path, number);
      }
      place[i] = number;
      own.push(i);
      i++;
    }
    elements.push(own);
    const kept: number[] = [];
    next = 0;
    for (let t = from; t < to; ) {
      if (next < inner.length && t >= spans[inner[next]!]!.from) {
        t = Math.max(t, spans[inner[next]!]!.to);
        next++;
        continue;
      }
      kept.push(t);
      t++;
    }
    texts.push(kept);
  }
  const close = new Uint8Array(spans.length);
  const step = Math.max(1, Math.floor(spans.length / CLOSE_LATER));
  for (let k = 0; k < spans.length; k++) if (k < CLOSE_FIRST || k % step === 0) close[k] = 1;
  return { page, spans, above, inner: nested, elements, texts, place, places: numbers.size + 1, close, turns };
}

/** Text of the subtree of `i`, nested records left out, white space collapsed, at most `limit` characters. */
export function textOf(layout: Layout, record: number, i: number, limit = 200): string {
  const { page } = layout;
  const texts: number[] = [];
  let size = 0;
  const own = layout.texts[record]!;
  for (let n = lowerBound(own, page.from[i]!); n < own.length; n++) {
    const t = own[n]!;
    if (t >= page.to[i]! || size > limit) break;
    texts.push(t);
    size += page.words[t]!.length;
  }
  return collapse(joinTexts(page, texts));
}

import { cut, FLOW, type RecordBody } from './cut-body';
import { isUnseen } from './is-unseen';
import { inside, junkIn } from './mark-junk';
import type { Steps } from './steps';
import { lowerBound } from './thread/ascending';
import { HINT } from './thread/hints';
import type { Layout } from './thread/layout';

export type { RecordBody } from './cut-body';

const LONG_WORDS = 2000;
const SUBJECT = new Set(['H2', 'H3', 'H4', 'H5', 'H6']);
/** Longest run of letters that is a word: addresses and keys are longer and say little. */
const LONGEST_WORD = 30;
const FEW_WORDS = 12;
/** What a whole row is worth beside its cells: one of them holds the words, the others who wrote them. */
const IN_ONE_CELL = 0.6;
const JOINED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Hangul}]/u;

/** How much of a person's words a text is, in characters. */
function wordsIn(text: string): number {
  if (text.length > LONGEST_WORD && text.length < 400 && !/\s/.test(text) && !JOINED.test(text)) return FEW_WORDS;
  return Math.min(LONG_WORDS, text.length);
}

/** Reads each record's own words: the place that holds most of them, without header, controls, signature, quotes and edit notes. */
export function* readBodies(
  layout: Layout,
  authors: readonly number[],
  dates: readonly number[],
  named: readonly number[] = [],
): Steps<RecordBody[]> {
  const { page, spans } = layout;
  const markJunk = yield* junkIn(layout, authors, dates);
  const junk = new Set<number>();
  for (const t of named) if (t >= 0) junk.add(t);
  const good = new Int32Array(page.tags.length);
  interface Place {
    records: number;
    worth: number;
    total: number;
    elements: number;
    author: number;
    date: number;
    sample: number;
    /** Where the record of the sample starts. */
    readonly start: number;
  }
  const places = new Map<number, Place>();
  const last = new Map<number, number>();
  const looked = layout.close.reduce((sum, c) => sum + c, 0);
  for (let k = 0; k < spans.length; k++) {
    if (!layout.close[k]) continue;
    yield;
    markJunk(k, layout.texts[k]!, junk);
    for (const t of layout.texts[k]!) {
      if (junk.has(t)) continue;
      let size = wordsIn(page.words[t]!.trim());
      for (let i = page.owner[t]!; i >= spans[k]!.start; i = page.parent[i]!) {
        good[i]! += size;
        // What a box for a script holds makes what is around it no place for words.
        if (page.info[i]!.hints & HINT.hidden && i > spans[k]!.start && isUnseen(page.elements[i]!)) size >>= 3;
      }
    }
    for (const i of layout.elements[k]!) {
      if (good[i] === 0) continue;
      const at = layout.place[i]!;
      let entry = places.get(at);
      if (!entry) {
        entry = { records: 0, worth: 0, total: 0, elements: 0, author: 0, date: 0, sample: i, start: spans[k]!.start };
        places.set(at, entry);
      }
      entry.elements++;
      if (last.get(at) !== k) entry.records++;
      last.set(at, k);
      entry.worth += Math.sqrt(good[i]!);
      entry.total += good[i]!;
      if (inside(page, authors[k]!, i)) entry.author++;
      if (inside(page, dates[k]!, i)) entry.date++;
    }
  }
  const value = new Map<number, number>();
  for (const [at, entry] of places) value.set(at, entry.worth * fitness(layout, entry, looked));
  const bodyOf = (k: number): RecordBody => {
    let best = -1;
    let bestValue = 0;
    const weights = layout.close[k] ? good : page.text;
    for (const i of layout.elements[k]!) {
      if (weights[i] === 0) continue;
      // The place decides; among elements of one place the fullest stands for it.
      const v = (value.get(layout.place[i]!) ?? 0) * (1 + Math.min(0.001, weights[i]! * 1e-7));
      if (v > bestValue) {
        bestValue = v;
        best = i;
      }
    }
    if (best < 0 && !layout.close[k]) best = layout.spans[k]!.start;
    if (best < 0) return { text: '', quotes: [], elements: [] };
    const body = widen(layout, k, best, authors[k]!, dates[k]!);
    if (!layout.close[k]) {
      const own = layout.texts[k]!;
      markJunk(k, own.slice(lowerBound(own, page.from[body]!), lowerBound(own, page.to[body]!)), junk);
    }
    const words = cut(layout, k, body, junk);
    const subject = words.text === '' && words.quotes.length === 0 ? subjectOf(layout, k, junk) : -1;
    return subject < 0 ? words : cut(layout, k, subject, junk);
  };
  const bodies: RecordBody[] = [];
  for (let k = 0; k < spans.length; k++) {
    if (layout.turns[k]) yield;
    bodies.push(bodyOf(k));
  }
  return bodies;
}

function fitness(
  layout: Layout,
  entry: { records: number; elements: number; author: number; date: number; sample: number; start: number },
  records: number,
): number {
  const { page } = layout;
  const i = entry.sample;
  let value = 1;
  const hints = page.info[i]!.hints;
  if (entry.author > 0.3 * entry.records) value *= 0.72;
  if (entry.date > 0.3 * entry.records) value *= 0.8;
  if (hints & HINT.body && entry.author <= 0.3 * entry.records) value *= 1.25;
  if (hints & HINT.profile && !(hints & HINT.body)) value *= 0.5;
  if (page.tags[i] === 'TR' && cellsIn(layout, i) > 1) value *= IN_ONE_CELL;
  for (let j = i, steps = 0; steps < 12 && j >= 0; j = page.parent[j]!, steps++) {
    const h = page.info[j]!.hints;
    if (h & HINT.signature) value *= 0.15;
    if (j > entry.start && isUnseen(page.elements[j]!)) value *= 0.25;
    if (h & HINT.quote || (page.tags[j] === 'BLOCKQUOTE' && j !== i)) value *= 0.75;
    if (layout.place[j] === 1) break;
  }
  if (entry.elements > 1.5 * entry.records) value *= Math.sqrt(entry.records / entry.elements) * 0.98;
  return value * (0.4 + 0.6 * Math.min(1, entry.records / records));
}

/** Cells of a row with words in them. */
function cellsIn({ page }: Layout, row: number): number {
  let cells = 0;
  for (let j = row + 1; j < page.end[row]!; j = page.end[j]!) if (page.text[j]! > 0) cells++;
  return cells;
}

/** The heading of a comment that says all in its subject; -1 for none. */
function subjectOf(layout: Layout, record: number, junk: ReadonlySet<number>): number {
  const { page } = layout;
  for (const i of layout.elements[record]!)
    if (SUBJECT.has(page.tags[i]!)) for (let t = page.from[i]!; t < page.to[i]!; t++) if (!junk.has(t)) return i;
  return -1;
}

/** From a paragraph to what holds all paragraphs of the record; from an inline element to its block. */
function widen(layout: Layout, record: number, i: number, author: number, date: number): number {
  const { page } = layout;
  const { start } = layout.spans[record]!;
  let at = i;
  while (at > start && FLOW.has(page.tags[at]!) && page.parent[at]! >= start) {
    const up = page.parent[at]!;
    at = up;
    if (!FLOW.has(page.tags[up]!) || inside(page, author, up) || inside(page, date, up)) break;
  }
  return at;
}

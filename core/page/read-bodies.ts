import { findDate } from './dates';
import { joinTexts } from './read-text';
import type { Steps } from './steps';
import { HINT } from './thread/hints';
import type { Layout } from './thread/layout';
import { lowerBound } from './thread/scan';
import { CONTROL, EDITED, PROFILE_LABEL, REPLY, SAYS } from './thread/words';

export interface RecordBody {
  readonly text: string;
  readonly quotes: readonly string[];
  /** Elements that hold the words. */
  readonly elements: readonly number[];
}

/** Tags that flow: where one of them is the best place for words, its parent is the body. */
const FLOW = new Set([
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
const LONG_WORDS = 2000;
/** Text in one of these is a text of its own, even within what shows the date (a table cell may hold both). */
const BLOCK_TEXT = new Set(['P', 'BLOCKQUOTE', 'DIV', 'DD', 'LI', 'PRE', 'TD']);

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
      const size = Math.min(LONG_WORDS, page.nodes[t]!.data.trim().length);
      for (let i = page.owner[t]!; i >= spans[k]!.start; i = page.parent[i]!) good[i]! += size;
    }
    for (const i of layout.elements[k]!) {
      if (good[i] === 0) continue;
      const at = layout.place[i]!;
      let entry = places.get(at);
      if (!entry) {
        entry = { records: 0, worth: 0, total: 0, elements: 0, author: 0, date: 0, sample: i };
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
    return cut(layout, k, body, junk);
  };
  const bodies: RecordBody[] = [];
  for (let k = 0; k < spans.length; k++) {
    if (layout.turns[k]) yield;
    bodies.push(bodyOf(k));
  }
  return bodies;
}

const inside = (page: Layout['page'], i: number, outer: number): boolean => i >= outer && i < page.end[outer]!;

function fitness(
  layout: Layout,
  entry: { records: number; elements: number; author: number; date: number; sample: number },
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
  for (let j = i, steps = 0; steps < 12 && j >= 0; j = page.parent[j]!, steps++) {
    const h = page.info[j]!.hints;
    if (h & HINT.signature) value *= 0.15;
    if (h & HINT.quote || (page.tags[j] === 'BLOCKQUOTE' && j !== i)) value *= 0.75;
    if (layout.place[j] === 1) break;
  }
  if (entry.elements > 1.5 * entry.records) value *= Math.sqrt(entry.records / entry.elements) * 0.98;
  return value * (0.4 + 0.6 * Math.min(1, entry.records / records));
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

/** Marks those text nodes of a record that are not the writer's words, whichever element they stand in. What the closely read records repeat is a label. */
function* junkIn(
  layout: Layout,
  authors: readonly number[],
  dates: readonly number[],
): Steps<(record: number, texts: readonly number[], junk: Set<number>) => void> {
  const { page, spans } = layout;
  const repeated = new Map<string, number>();
  const keyOf = (t: number) => `${layout.place[page.owner[t]!]} ${page.nodes[t]!.data.trim()}`;
  const seen = new Map<string, number>();
  let looked = 0;
  for (let k = 0; k < spans.length; k++) {
    if (!layout.close[k]) continue;
    yield;
    looked++;
    for (const t of layout.texts[k]!) {
      if (page.nodes[t]!.data.length > 200) continue;
      const key = keyOf(t);
      if (seen.get(key) === k) continue;
      seen.set(key, k);
      repeated.set(key, (repeated.get(key) ?? 0) + 1);
    }
  }
  const often = looked >= 4 ? Math.max(3, looked * 0.4) : Number.POSITIVE_INFINITY;
  return (k, texts, junk) => {
    let labelled = false;
    const author = authors[k]!;
    const date = dates[k]!;
    for (const t of texts) {
      const i = page.owner[t]!;
      const raw = page.nodes[t]!.data;
      if (raw.length > 400) {
        labelled = false;
        continue;
      }
      const data = raw.trim();
      const short = data.length < 160;
      const label = data.length < 60 && PROFILE_LABEL.test(data) && inProfile(layout, k, i);
      if (
        (author >= 0 && inside(page, i, author)) ||
        (date >= 0 &&
          inside(page, i, date) &&
          (i === date
            ? page.to[date]! - page.from[date]! === 1 || (data.length <= 120 && findDate(data, { now: 0, order: null }) !== null)
            : page.text[date]! <= 60 && !BLOCK_TEXT.has(page.tags[i]!))) ||
        (data.length < 60 && (REPLY.test(data) || (CONTROL.test(data) && !proseLike(layout, k, i)))) ||
        label ||
        labelled ||
        (data.length < 24 && SAYS.test(` ${data}`) && /[:：]$/.test(data) && !inProse(layout, k, i)) ||
        (short && (repeated.get(keyOf(t)) ?? 0) >= often && !inProse(layout, k, i)) ||
        (data.length <= 7 && /^[-+–−(]*\d[\d.,]*[kK]?\)?$/.test(data) && !proseLike(layout, k, i))
      )
        junk.add(t);
      labelled = label && /[:：]\s*$/.test(data);
    }
  };
}

/** Within a paragraph that says more: a word that all use is no label there. */
function inProse(layout: Layout, record: number, i: number): boolean {
  const { page } = layout;
  for (let j = i, steps = 0; j >= layout.spans[record]!.start && steps < 3; j = page.parent[j]!, steps++)
    if (page.tags[j] === 'P' || page.tags[j] === 'CODE')
      return page.text[page.parent[j]!]! > page.text[i]! + 4 && (j !== i || page.tags[j] === 'CODE');
  return false;
}

/** A control's word alone in a paragraph ("Thanks!", "顶") is a comment, not a control. */
function proseLike(layout: Layout, record: number, i: number): boolean {
  const { page } = layout;
  for (let j = i, steps = 0; j >= layout.spans[record]!.start && steps < 6; j = page.parent[j]!, steps++) {
    const tag = page.tags[j]!;
    if (tag === 'A' || tag === 'BUTTON' || tag === 'LI' || tag === 'LABEL') return false;
    const hints = page.info[j]!.hints;
    if (hints & HINT.control) return false;
    if (hints & HINT.body || tag === 'P') return true;
  }
  return false;
}

function inProfile(layout: Layout, record: number, i: number): boolean {
  const { page } = layout;
  for (let j = i; j >= layout.spans[record]!.start; j = page.parent[j]!) {
    const hints = page.info[j]!.hints;
    if (hints & HINT.body && !(hints & (HINT.profile | HINT.author))) return false;
    if (page.tags[j] === 'P') return false;
  }
  return true;
}

const QUOTE_HEAD = /(?:wrote|said|says|schrieb|a écrit|escribió|написал\(?а?\)?|pisze|写道|說|发表于|發表於|的大作中提到)\s*[:：↑]?\s*$/iu;

/** The words within `i` and, apart from them, what it quotes. */
function cut(layout: Layout, record: number, i: number, junk: ReadonlySet<number>): RecordBody {
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

/** Cuts "last edited by …" at the end or the start, and all behind a signature line. */
function dropNotes(page: Layout['page'], texts: readonly number[]): readonly number[] {
  let kept = texts;
  const line = kept.findIndex((t, n) => n > 0 && /^\s*(?:_{5,}|-{5,}|={5,}|-- )\s*$/.test(page.nodes[t]!.data));
  if (line > 0 && kept.length - line < 8) kept = kept.slice(0, line);
  for (let n = kept.length - 1; n >= 0 && n >= kept.length - 5; n--) {
    const data = page.nodes[kept[n]!]!.data;
    if (EDITED.test(data) && data.length < 160) {
      const rest = kept.slice(n + 1).reduce((sum, t) => sum + page.nodes[t]!.data.length, 0);
      if (rest < 90) return kept.slice(0, n);
    }
  }
  return kept;
}

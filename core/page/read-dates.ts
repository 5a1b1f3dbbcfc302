import type { IsoDate } from '../model/article';
import { collapse } from './collapse';
import { type DateOptions, findDate, machineDate, orderOf } from './dates';
import { attributeNamesOf, attributeOf } from './safe-dom';
import type { Steps } from './steps';
import { lowerBound } from './thread/ascending';
import { HINT } from './thread/hints';
import { type Layout, textOf } from './thread/layout';
import { isEdited, isLabel } from './thread/words';

export interface RecordDate {
  readonly date: IsoDate | null;
  readonly dateText: string | null;
  /** Element that shows it, -1 for none. */
  readonly element: number;
}

interface Candidate {
  readonly element: number;
  readonly place: number;
}

/** Reads the date of each record: the place that dates most of them, near the author rather than in the prose. */
export function* readDates(layout: Layout, authors: readonly number[], options: DateOptions, lang: string): Steps<RecordDate[]> {
  const { page, spans, place } = layout;
  const joined = new Set(page.cues.joined);
  const candidates = spans.map((span, k) => {
    const inner = layout.inner[k]!;
    const list: Candidate[] = [];
    for (let c = lowerBound(page.cues.date, span.start); c < page.cues.date.length; c++) {
      const i = page.cues.date[c]!;
      if (i >= span.stop) break;
      if (
        (inner.length === 0 || !inner.some((n) => i >= spans[n]!.start && i < spans[n]!.stop)) &&
        !joined.has(i) &&
        !list.some((x) => x.element === i)
      )
        list.push({ element: i, place: place[i]! });
    }
    return list;
  });
  const votes = new Map<number, number>();
  const names = attributesIn(layout, candidates);
  // Attributes that no closely read record shows a date in are not asked of the rest.
  const stamps = new Set<string>();
  for (const [k, list] of candidates.entries()) {
    if (!layout.close[k]) continue;
    yield;
    const seen = new Set<number>();
    list.forEach(({ element, place: at }, order) => {
      if (seen.has(at)) return;
      seen.add(at);
      votes.set(at, (votes.get(at) ?? 0) + weight(layout, k, element, order, authors[k]!, names, stamps));
    });
  }
  const chosen = candidates.map((list) => {
    let best: Candidate | null = null;
    for (const candidate of list) if (!best || (votes.get(candidate.place) ?? 0) > (votes.get(best.place) ?? 0)) best = candidate;
    return best;
  });
  const texts = chosen.map((c, k) => (c ? visible(layout, k, c.element, options) : ''));
  const numbers = texts.flatMap((text, k) => (layout.close[k] ? (findDate(text, options)?.numbers ?? []) : []));
  const triples: (readonly [number, number, number])[] = [];
  for (let i = 0; i + 2 < numbers.length; i += 3) triples.push([numbers[i]!, numbers[i + 1]!, numbers[i + 2]!]);
  const settled: DateOptions = { ...options, order: orderOf(triples, lang) };
  const dates: RecordDate[] = [];
  const known = names.filter((name) => stamps.has(name));
  for (const [k, c] of chosen.entries()) {
    if (layout.turns[k]) yield;
    dates.push(
      c ? read(layout, k, c.element, texts[k]!, settled, layout.close[k] ? names : known) : { date: null, dateText: null, element: -1 },
    );
  }
  return dates;
}

function weight(
  layout: Layout,
  record: number,
  i: number,
  order: number,
  author: number,
  names: readonly string[],
  stamps: Set<string>,
): number {
  const { page } = layout;
  const text = textOf(layout, record, i, 160);
  const stamp = stampOf(layout, i, { now: 0, order: null }, names, stamps);
  if (isEdited(text) || isLabel(text)) return 0.05;
  let value = order === 0 ? 1.2 : order === 1 ? 1 : 0.7;
  if (page.tags[i] === 'TIME' || page.tags[i] === 'RELATIVE-TIME') value += 0.5;
  for (let j = i, steps = 0; steps < 4 && j >= layout.spans[record]!.start; j = page.parent[j]!, steps++) {
    const hints = page.info[j]!.hints;
    if (steps < 2 && hints & HINT.date) value += steps === 0 ? 0.4 : 0.2;
    if (hints & HINT.edited) value -= 0.8;
    if (hints & (HINT.signature | HINT.quote) || page.tags[j] === 'BLOCKQUOTE') value -= 0.7;
    if (steps < 2 && (page.tags[j] === 'P' || page.tags[j] === 'LI')) value -= 0.1;
  }
  for (let j = i, steps = 0; steps < 2 && j >= layout.spans[record]!.start; j = page.parent[j]!, steps++) {
    // A date that links to its own post dates that post.
    if (page.tags[j] === 'A' && /[#/?]/.test(attributeOf(page.elements[j]!, 'href') ?? '')) value += 0.35;
  }
  for (let j = page.parent[i]!, steps = 0; steps < 6 && j > layout.spans[record]!.start; j = page.parent[j]!, steps++) {
    if (page.info[j]!.hints & HINT.profile) {
      value -= 0.4;
      break;
    }
  }
  if (stamp === null && !findDate(text, { now: 0, order: null })) value -= 0.9;
  if (author >= 0 && Math.abs(author - i) < 14) value += 0.3;
  if (text.length > 60) value -= 0.3;
  return Math.max(0.05, value);
}

/** The text that shows the date: the element's own, or only the dated text node of a larger one. */
function visible(layout: Layout, record: number, i: number, options: DateOptions): string {
  const { page } = layout;
  const all = textOf(layout, record, i, 160);
  if (all.length <= 60) return all;
  for (const t of layout.texts[record]!) {
    if (page.owner[t] !== i) continue;
    const data = collapse(page.words[t]!).trim();
    if (data.length <= 140 && findDate(data, options)) return data;
  }
  return all;
}

const STAMPS = [
  'datetime',
  'title',
  'data-time',
  'data-timestamp',
  'data-date',
  'data-epoch',
  'data-utc',
  'content',
  'data-original-title',
  'data-tooltip',
  'aria-label',
];
/** Attributes of an engine's own that may hold a date: what a tip shows, when a comment was made. */
const OWN_STAMP = /^data-.*(?:date|time|tip|stamp|created|posted|publish|utc)/;
/** Dates whose elements are asked for their attributes: those of one engine have the same. */
const ASKED = 4;

/** The attributes in which the dates of these records may stand. */
function attributesIn({ page }: Layout, candidates: readonly (readonly Candidate[])[]): string[] {
  const names = new Set(STAMPS);
  for (const list of candidates.slice(0, ASKED))
    for (const { element } of list) for (const name of attributeNamesOf(page.elements[element]!)) if (OWN_STAMP.test(name)) names.add(name);
  return [...names];
}

function read(layout: Layout, record: number, i: number, shown: string, options: DateOptions, stamps: readonly string[]): RecordDate {
  const { page } = layout;
  const machine = stampOf(layout, i, options, stamps);
  if (machine !== null && shown.length <= 48 && shown !== '' && /\d[:.h點点]\d\d/.test(shown))
    return { date: machine, dateText: shown, element: i };
  const found = findDate(shown, options);
  const exact = machine ?? (found && !found.relative ? found.iso : null);
  let dateText = found ? shown.slice(found.start, found.end).trim() : shown;
  // A floor or "posted" beside it stays, a name and first words don't.
  if (found && shown.length <= 48 && shown.length - dateText.length <= 18) dateText = shown;
  // The time of day may stand beside the day in an element of its own.
  if (found && !found.relative && !/\d[:.h點点]\d\d/.test(dateText)) {
    for (
      let up = page.parent[i]!, steps = 0;
      up >= layout.spans[record]!.start && steps < 2 && page.text[up]! <= 90;
      up = page.parent[up]!, steps++
    ) {
      const wide = textOf(layout, record, up, 120);
      const at = wide.indexOf(dateText);
      const time =
        at < 0
          ? null
          : /^[^\p{L}\d]{0,4}(?:(?:at|um|à|a las|om|kl)\s)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?/iu.exec(
              wide.slice(at + dateText.length),
            );
      if (time) {
        dateText += time[0];
        break;
      }
    }
  }
  return { date: exact ?? found?.iso ?? null, dateText: dateText === '' ? null : dateText, element: i };
}

/** A machine-readable date on the element, on one around it that holds nothing else, or on its first child. Attributes that hold anything are added to `seen`. */
function stampOf(layout: Layout, i: number, options: DateOptions, stamps: readonly string[], seen?: Set<string>): IsoDate | null {
  const { page } = layout;
  const around = [i];
  const up = page.parent[i]!;
  if (up >= 0 && page.text[up]! <= page.text[i]! + 4) around.push(up);
  for (let j = i + 1; j < page.end[i]! && j <= i + 3; j++) around.push(j);
  for (let j = i - 1; j > i - 3 && j > up; j--) if (page.tags[j] === 'META' || page.tags[j] === 'TIME') around.push(j);
  let worded: IsoDate | null = null;
  for (const j of around) {
    for (const name of stamps) {
      const value = attributeOf(page.elements[j]!, name);
      if (!value || value.length > 80) continue;
      seen?.add(name);
      const date = machineDate(value);
      if (date) return date;
      const text = findDate(value, options);
      if (text && !text.relative) worded ??= text.iso;
    }
  }
  return worded;
}

import { findDate, machineDate } from '../dates';
import { attributeOf } from '../safe-dom';
import type { Scan } from './cues';
import type { Feature } from './feature-names';
import { firstIn, type Span } from './groups';
import { textBetween } from './measures';

/** At most this many records of a group are looked at closely. */
export const SAMPLE = 48;

function sample<T>(list: readonly T[]): readonly T[] {
  return list.length > SAMPLE ? list.slice(0, SAMPLE) : list;
}

/** What is read of a page's elements for one group and asked for again by most others. */
interface Read {
  readonly moments: Map<number, { readonly clock: boolean; readonly time: number }>;
  readonly texts: Map<number, string>;
}
const known = new WeakMap<Scan, Read>();

function readOf(page: Scan): Read {
  let read = known.get(page);
  if (!read) {
    read = { moments: new Map(), texts: new Map() };
    known.set(page, read);
  }
  return read;
}

/** The date that an element shows: with a time of day? In milliseconds, NaN for none. */
function momentOf(page: Scan, i: number): { readonly clock: boolean; readonly time: number } {
  const { moments } = readOf(page);
  let moment = moments.get(i);
  if (!moment) {
    const element = page.elements[i]!;
    const stamp = attributeOf(element, 'datetime') ?? attributeOf(element, 'title');
    const text = shortText(page, i);
    const iso = (stamp && machineDate(stamp)) || findDate(text, { now: 0, order: null })?.iso;
    const clock = /\d[:.h点點時]\d\d/.test(text) || (stamp !== null && /\d:\d\d/.test(stamp));
    moment = { clock, time: iso ? Date.parse(iso) : Number.NaN };
    moments.set(i, moment);
  }
  return moment;
}

/** Sets the features that come from reading the dates: do they carry a time, do they rise or fall? */
export function dateOrder(page: Scan, spans: readonly Span[], f: Map<Feature, number>): void {
  const times: number[] = [];
  let clocks = 0;
  for (const span of sample(spans)) {
    const i = firstIn(page.cues.date, span);
    if (i < 0) continue;
    const { clock, time } = momentOf(page, i);
    if (clock) clocks++;
    if (!Number.isNaN(time)) times.push(time);
  }
  f.set('clock', clocks / Math.min(spans.length, SAMPLE));
  let up = 0;
  let down = 0;
  for (let k = 1; k < times.length; k++) {
    if (times[k]! > times[k - 1]!) up++;
    else if (times[k]! < times[k - 1]!) down++;
  }
  const steps = Math.max(1, times.length - 1);
  f.set('dateRising', times.length > 2 ? up / steps : 0);
  f.set('dateFalling', times.length > 2 ? down / steps : 0);
}

function shortText(page: Scan, i: number): string {
  const { texts } = readOf(page);
  const before = texts.get(i);
  if (before !== undefined) return before;
  let text = '';
  for (let k = page.from[i]!; k < page.to[i]! && text.length < 120; k++) text += page.words[k]!;
  texts.set(i, text);
  return text;
}

/** Sets the features that come from comparing the names: do they differ, does one come back? */
export function names(page: Scan, spans: readonly Span[], f: Map<Feature, number>): void {
  const seen = new Map<string, number>();
  let found = 0;
  for (const span of sample(spans)) {
    const i = firstIn(page.cues.author, span);
    if (i < 0) continue;
    found++;
    const name = shortText(page, i).trim();
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  f.set('names', found > 1 ? seen.size / found : 0);
  f.set('namesRepeat', found > 3 && seen.size > 1 && seen.size < found ? 1 : 0);
}

/** Share of records in which an author or date stands within the first 200 characters. */
export function leads(page: Scan, spans: readonly Span[]): number {
  let count = 0;
  for (const span of sample(spans)) {
    let size = 0;
    const a = firstIn(page.cues.author, span);
    const d = firstIn(page.cues.date, span);
    const first = a < 0 ? d : d < 0 ? a : Math.min(a, d);
    if (first < 0) continue;
    size = textBetween(page, span.start, first);
    if (size < 200) count++;
  }
  return count / Math.min(spans.length, SAMPLE);
}

/** Share of records whose first such cue has the signature that most records' first cue has. */
export function sameSig(page: Scan, spans: readonly Span[], list: readonly number[]): number {
  const bag = new Map<number, number>();
  for (const span of sample(spans)) {
    const i = firstIn(list, span);
    if (i >= 0) bag.set(page.sig[i]!, (bag.get(page.sig[i]!) ?? 0) + 1);
  }
  return Math.max(0, ...bag.values()) / Math.min(spans.length, SAMPLE);
}

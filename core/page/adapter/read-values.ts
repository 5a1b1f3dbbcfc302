import type { IsoDate } from '../../model/article';
import { type DateOptions, findDate, machineDate, orderOf } from '../dates';
import { textContentOf } from '../safe-dom';
import type { Hit } from './read-column';

/** Floors that have names: the opening post, then "sofa", "bench", "floor". */
const NAMED_FLOORS: Readonly<Record<string, string>> = { 楼主: '1', 樓主: '1', 沙发: '2', 沙發: '2', 板凳: '3', 地板: '4' };

/** "#1,234", "第12楼", "B3", "沙发" → the number as the page counts. null for anything else. */
export function readFloor(text: string | undefined): string | null {
  if (!text) return null;
  const digits = /\d[\d,]*(?:\.\d+)*/.exec(text)?.[0];
  return digits ? digits.replaceAll(',', '').replace(/^0+(?=\d)/, '') : (NAMED_FLOORS[text.replace(/\s/g, '')] ?? null);
}

const UNITS: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, 千: 1e3, m: 1e6, M: 1e6, 万: 1e4, 萬: 1e4, 만: 1e4, 億: 1e8, 亿: 1e8 };

/** "1,234", "−3", "1.2k", "3万" → a number. null for anything else. */
export function readNumber(text: string | undefined): number | null {
  const match = /([-−–]?)\s*(\d[\d,]*(?:\.\d+)?)\s*([kKmM千万萬만億亿]?)/.exec(text ?? '');
  if (!match) return null;
  const value = Number(match[2]!.replaceAll(',', '')) * (UNITS[match[3]!] ?? 1);
  return match[1] ? -value : value;
}

export interface ReadDate {
  readonly date: IsoDate | null;
  readonly dateText: string | null;
}

/** Characters up to which an element's text may stand for a date. */
const DATE_TEXT = 60;
/** Characters from which on a shown date is cut out of the words around it. */
const DATE_WORDS = 34;

/** The dates of a column together, since the order of "03/04/2020" shows only in all of them. */
export function readDates(hits: readonly (Hit | null)[], roots: readonly Element[], now: number, lang: string): readonly ReadDate[] {
  const texts = hits.map((hit, i) => {
    if (!hit) return null;
    if (hit.shown) return hit.value;
    const text = hit.element === roots[i] ? '' : (textContentOf(hit.element) ?? '').replace(/\s+/g, ' ').trim();
    return text !== '' && text.length <= DATE_TEXT ? text : null;
  });
  const numbers = hits.flatMap((hit) =>
    hit && machineDate(hit.value) === null ? (findDate(hit.value, { now, order: null })?.numbers ?? []) : [],
  );
  const triples = Array.from(
    { length: numbers.length / 3 },
    (_, i) => [numbers[3 * i]!, numbers[3 * i + 1]!, numbers[3 * i + 2]!] as const,
  );
  const options: DateOptions = { now, order: orderOf(triples, lang) };
  return hits.map((hit, i) => {
    if (!hit) return { date: null, dateText: null };
    const shown = texts[i] ?? null;
    const machine = machineDate(hit.value);
    const read = machine ? null : findDate(hit.value, options);
    const date = machine ?? read?.iso ?? findDate(shown ?? '', options)?.iso ?? null;
    // "Submitted by Ann on 3 May 2024": the words around it are no date.
    const text =
      read && hit.shown && hit.value.length > DATE_WORDS ? hit.value.slice(read.start, read.end) : (shown ?? (machine ? null : hit.value));
    return { date, dateText: text?.slice(0, DATE_TEXT) ?? null };
  });
}

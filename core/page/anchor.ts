import type { Selectors } from '../model/mark';
import { contextScore, findQuote } from './find-quote';

/** Characters of context kept on each side (W3C TextQuoteSelector; the length Hypothesis uses). */
export const CONTEXT = 32;
/** Of a changed quote at most this share of its characters may differ, else it is another text. */
const MAX_CHANGE = 0.3;
/** Quotes longer than this are placed by exact match only: edit distance is quadratic. */
const MAX_FUZZY = 600;
/** Context that must agree on each side before a changed quote is looked for between. */
const SURE_CONTEXT = 8;

/** Characters of quote and agreeing context that tell a moved place from a chance likeness; chosen on 10,000 random edits of texts with some two dozen different words. */
const EVIDENCE = 48;
const LEAST_CONTEXT = 6;

export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

/** Describes `start`–`end` of a text so that it is found again after edits. Offsets are clipped to the text; never throws. */
export function describe(text: string, start: number, end: number): Selectors {
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(from, end), text.length);
  return {
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - CONTEXT), from),
    suffix: text.slice(to, to + CONTEXT),
    start: from,
    end: to,
  };
}

/**
 * Finds a described place again. Unchanged texts give exactly what was described. Otherwise the quote's best-agreeing
 * occurrence is taken if its surroundings speak for it clearly, then a changed quote between its old surroundings;
 * when that leaves doubt the answer is null: an orphan rather than a wrong place.
 */
export function resolve(text: string, selectors: Selectors): TextPlace | null {
  const { exact, prefix, suffix, start } = selectors;
  if (exact === '') return null;
  const full = prefix.length + suffix.length;
  const found = findQuote(text, exact, prefix, suffix, start);
  if (found) {
    const atHome = found.at === start && found.score === full;
    if (atHome) return { start, end: start + exact.length };
    if (isSure(text, found.at, selectors, found.score, found.rival)) return { start: found.at, end: found.at + exact.length };
  }
  return between(text, selectors);
}

/** Whether an occurrence of the quote stands where it was, judged by what surrounds it. */
function isSure(text: string, at: number, { exact, prefix, suffix }: Selectors, score: number, rival: number): boolean {
  // Two places that look alike: no telling which one was meant.
  if (rival >= 0 && score - rival < Math.max(6, score / 3)) return false;
  const left = contextScore(text, at, at, prefix, '');
  const right = contextScore(text, at + exact.length, at + exact.length, '', suffix);
  const whole = (side: number, context: string) => side === context.length;
  if (whole(left, prefix) && whole(right, suffix)) return true;
  // The same words occur again elsewhere, the more easily the fewer they are: quote and surroundings together must be long enough to be unlike any other place.
  return Math.max(left, right) >= LEAST_CONTEXT && left + right + exact.length >= EVIDENCE;
}

/** The stretch between the old surroundings, if both are there once and what stands between is much the same. */
function between(text: string, { exact, prefix, suffix }: Selectors): TextPlace | null {
  if (exact.length > MAX_FUZZY) return null;
  const before = prefix.slice(-SURE_CONTEXT * 2);
  const after = suffix.slice(0, SURE_CONTEXT * 2);
  // The edge of the text is no landmark by itself: one side must be real context.
  if (before.length < SURE_CONTEXT || after.length < SURE_CONTEXT) return null;
  const left = text.indexOf(before);
  if (left < 0 || text.indexOf(before, left + 1) >= 0) return null;
  const from = left + before.length;
  const to = text.indexOf(after, from);
  if (to < 0 || text.indexOf(after) !== to || text.indexOf(after, to + 1) >= 0) return null;
  const most = Math.floor(exact.length * MAX_CHANGE);
  if (to === from || Math.abs(to - from - exact.length) > most) return null;
  return distance(exact, text.slice(from, to), most) <= most ? { start: from, end: to } : null;
}

/** Levenshtein distance, `most + 1` as soon as it must be larger than `most`. */
function distance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + cost);
      next.push(value);
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    row = next;
  }
  return row[b.length]!;
}

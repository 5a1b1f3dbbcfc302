import type { Millis, Rev } from '../model/row';

const COUNTER_END = 0x10000;
/** 12 hex digits hold the years until 10889. */
const MILLIS_END = 2 ** 48;

/** The parts of a stamp; null if it is none. */
export function partsOf(rev: Rev): { readonly millis: Millis; readonly counter: number; readonly node: string } | null {
  const match = /^([0-9a-f]{12})([0-9a-f]{4})-(.*)$/s.exec(rev);
  return match ? { millis: Number.parseInt(match[1]!, 16), counter: Number.parseInt(match[2]!, 16), node: match[3]! } : null;
}

/** A stamp that sorts as text in the order of time, counter, node. */
export function revOf(millis: Millis, counter: number, node: string): Rev {
  const time = Math.min(Math.max(0, Math.floor(millis)), MILLIS_END - 1);
  return `${time.toString(16).padStart(12, '0')}${counter.toString(16).padStart(4, '0')}-${node}`;
}

/**
 * The next stamp of this node: later than `last` (its own newest, or the newest it has seen; null = none yet) even when the wall clock stands
 * still or runs backwards, and as near to `now` as that allows.
 */
export function tick(last: Rev | null, now: Millis, node: string): Rev {
  const before = last === null ? null : partsOf(last);
  if (before === null || now > before.millis) return revOf(now, 0, node);
  return before.counter + 1 < COUNTER_END ? revOf(before.millis, before.counter + 1, node) : revOf(before.millis + 1, 0, node);
}

/** The later of two stamps, so that what is written after seeing another machine's copy counts as later. */
export const later = (a: Rev, b: Rev): Rev => (a > b ? a : b);

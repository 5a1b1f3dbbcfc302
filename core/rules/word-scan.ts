import { fold, spanInOriginal } from '../text/fold';
import { gearOf, gramKey, roll } from './grams';
import { hasEdge } from './word-edges';
import type { WordTable } from './words';

export type Report = (word: number, start: number, end: number) => void;
export type Scan = (text: string, report: Report) => void;

const MOST_HITS = 1000; // in a text: beyond them only words that have not been hit yet are reported; a hostile list could make millions
const BLANK = 32;
const NO_UNIT = 0; // in no word, and no letter
// Kept inlined by V8 whatever kinds of strings come, see core/text/fold-folder.
const { charCodeAt } = String.prototype;

/** What the gate reads. `gears`: character → gear of what it folds to, 0 if not met yet or to be looked at each time. */
interface Gate {
  readonly gears: Int32Array;
  readonly pairs: Uint32Array;
  readonly fours: Uint32Array;
  readonly shift: number;
  /** The hash so far. */
  hash: number;
}

/**
 * The next place at or after `from` where a gram may end, or whose character must be looked at; the length if there is none. This loop is the
 * whole cost: it calls nothing, and it stands outside of `createScan` because V8 knows `charCodeAt` only in a function that exists once.
 */
function pass(gate: Gate, text: string, from: number): number {
  const { gears, pairs, fours, shift } = gate;
  const { length } = text;
  let h = gate.hash;
  let i = from;
  for (; i < length; i++) {
    const gear = gears[charCodeAt.call(text, i)]!;
    if (gear === 0) break;
    h = ((h << 8) + gear) | 0;
    const four = h >>> shift;
    if ((((pairs[(h & 0xffff) >>> 5]! >>> h) | (fours[four >>> 5]! >>> four)) & 1) !== 0) break;
  }
  gate.hash = h;
  return i;
}

/**
 * Makes the scan of a table. A text is read as it stands, one lookup a character. Only where characters fold together with others, or to
 * something that words contain, the text is folded first and read again.
 */
export function createScan(table: WordTable): Scan {
  const { options, folder, alphabet, store, offsets, numbers, keys, backs, groupEnd, slots, pairs, fours, shift, hasSingles } = table;
  const mask = slots.length - 1;
  const isPart = options.part === true;
  const gears = new Int32Array(0x10000);
  const gate: Gate = { gears, pairs, fours, shift, hash: 0 };
  const idle = gearOf(NO_UNIT);
  const hits: number[] = [];
  /** Sorted place → the reading in which the word was hit last. */
  const lastHit = new Uint32Array(numbers.length);
  let reading = 0;

  /** True if the character folds to something that ends a word and stands in none. */
  function isIdle(char: string): boolean {
    const folded = folder.expand(char);
    if (!folded) return false;
    for (let k = 0; k < folded.length; k++) {
      const unit = folded.charCodeAt(k);
      if (unit === BLANK || alphabet.has(unit) || hasEdge(unit)) return false;
    }
    return true;
  }

  function learn(code: number): void {
    const unit = folder.plain(code);
    if (unit !== null) gears[code] = gearOf(unit);
    else if ((code & 0xf800) !== 0xd800 && isIdle(String.fromCharCode(code))) gears[code] = idle;
  }

  /** First word in [low, high) whose unit at `depth` is at least `unit`; all of them share what comes before and are longer than `depth`. */
  function bound(low: number, high: number, depth: number, unit: number): number {
    let a = low;
    let b = high;
    while (a < b) {
      const middle = (a + b) >>> 1;
      if (store[offsets[middle]! + depth]! < unit) a = middle + 1;
      else b = middle;
    }
    return a;
  }

  /** Adds the words with this gram that stand here. False if the text must be folded to tell. */
  function look(key: number, text: string, last: number, isFolded: boolean): boolean {
    let slot = key & mask;
    for (let entry = slots[slot]!; entry !== 0; slot = (slot + 1) & mask, entry = slots[slot]!) {
      let low = entry - 1;
      const start = last - backs[low]!;
      if (keys[low] !== key || start < 0) continue;
      if (!isPart && start > 0 && hasEdge(store[offsets[low]!]!) && hasEdge(unitAt(text, start - 1, isFolded))) continue;
      let high = groupEnd[low]!;
      let before = NO_UNIT;
      for (let depth = 0; ; depth++) {
        const at = start + depth;
        const unit = at < text.length ? unitAt(text, at, isFolded) : NO_UNIT;
        while (low < high && offsets[low + 1]! - offsets[low]! === depth) {
          if ((isPart || !hasEdge(before) || !hasEdge(unit)) && (hits.length < MOST_HITS * 3 || lastHit[low] !== reading)) {
            lastHit[low] = reading;
            hits.push(numbers[low]!, start, at);
          }
          low++;
        }
        if (low >= high || at >= text.length) break;
        if (unit === BLANK && before === BLANK) return false;
        low = bound(low, high, depth, unit);
        high = bound(low, high, depth, unit + 1);
        before = unit;
      }
    }
    return true;
  }

  const unitAt = (text: string, at: number, isFolded: boolean): number => {
    const code = text.charCodeAt(at);
    return isFolded ? code : (folder.plain(code) ?? NO_UNIT);
  };

  /** Reads a text; false if it must be folded first. */
  function read(text: string, isFolded: boolean): boolean {
    hits.length = 0;
    reading++;
    gate.hash = 0;
    for (let i = pass(gate, text, 0); i < text.length; i = pass(gate, text, i)) {
      const code = text.charCodeAt(i);
      if (gears[code] === 0) {
        if (!isFolded) {
          learn(code);
          if (gears[code] !== 0) continue;
          const char = String.fromCodePoint(text.codePointAt(i)!);
          if (!isIdle(char)) return false;
          gate.hash = roll(gate.hash, idle);
          i += char.length;
          continue;
        }
        gate.hash = roll(gate.hash, gearOf(code));
      }
      const { hash } = gate;
      if (!look(gramKey(4, hash, 0), text, i, isFolded)) return false;
      if (!look(gramKey(2, hash, 0), text, i, isFolded)) return false;
      if (hasSingles && !look(gramKey(1, hash, unitAt(text, i, isFolded)), text, i, isFolded)) return false;
      i++;
    }
    return true;
  }

  return (text, report) => {
    if (numbers.length === 0) return;
    let map: ArrayLike<number> | null = null;
    if (!read(text, false)) {
      const folded = fold(text, options);
      map = folded.map;
      read(folded.text, true);
    }
    for (let k = 0; k < hits.length; k += 3) {
      const { start, end } = spanInOriginal(map, hits[k + 1]!, hits[k + 2]!);
      report(hits[k]!, start, end);
    }
  };
}

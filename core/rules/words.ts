import type { Folder, FoldOptions } from '../text/fold';
import { folderFor } from '../text/fold';

/** How a group of words is matched: the foldings, and whether Latin words match inside other words (`part`). */
export interface WordOptions extends FoldOptions {
  readonly part?: boolean;
}

/**
 * An index of words: all that occur in a text are found in one pass. Words are sorted by a key (the hash of their first letter run, or of
 * their first two units where a script has no word edges); a table of keys says at once that nothing begins here, which is nearly always so.
 * Where something may begin, the range of words is narrowed unit by unit, so that the cost of a place is bounded by the longest word.
 */
export interface WordIndex {
  /**
   * Folds `text` and reports each occurrence: the word's number as given to `createWordIndex`, and folded offsets.
   * `folder` then holds the text's units and origins. Order: by start, then by length.
   */
  scan(text: string, report: (word: number, start: number, end: number) => void): void;
  readonly folder: Folder;
  /** Bytes held beyond the folder's tables. */
  readonly bytes: number;
}

const UNSEEN = 0;
const EDGELESS = 1; // a word may begin or end anywhere
const LETTER = 2; // scripts that write with spaces: only whole runs match
const SINGLE = 3; // edgeless, and a word of this one unit exists
const OTHER = 4; // nothing begins here
const SPACED_LETTER = /[\p{L}\p{N}\p{M}]/u;
const EDGELESS_LETTER =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\u30fc]/u;
const MIX = 0x9e3779b1;

const pairKey = (first: number, second: number): number => {
  const h = Math.imul((first << 16) | second, MIX);
  return h ^ (h >>> 15);
};
const finish = (h: number): number => {
  const mixed = Math.imul(h ^ (h >>> 15), MIX);
  return mixed ^ (mixed >>> 13);
};

/** Builds the index. `words` are as written; those that fold to nothing match nothing. Yields about every 500 words, so that a caller can pause. */
export function* buildWordIndex(words: readonly string[], options: WordOptions = {}): Generator<void, WordIndex> {
  const folder = folderFor(options);
  const part = options.part === true;
  const classes = new Uint8Array(0x10000);

  const classOf = (unit: number): number => {
    let kind = OTHER;
    if (part || (unit & 0xf800) === 0xd800) kind = EDGELESS;
    else {
      const char = String.fromCharCode(unit);
      if (EDGELESS_LETTER.test(char)) kind = EDGELESS;
      else if (SPACED_LETTER.test(char)) kind = LETTER;
    }
    classes[unit] = kind;
    return kind;
  };

  const folded: string[] = [];
  const keys = new Int32Array(words.length);
  for (let w = 0; w < words.length; w++) {
    if (w % 500 === 499) yield;
    let size = folder.run(words[w]!);
    const units = folder.units;
    let from = 0;
    while (from < size && units[from] === 32) from++;
    while (size > from && units[size - 1] === 32) size--;
    folded.push(String.fromCharCode.apply(null, units.subarray(from, size) as unknown as number[]));
    if (size === from) continue;
    const first = units[from]!;
    const kind = classes[first] || classOf(first);
    if (kind === LETTER) {
      let h = 0;
      for (let i = from; i < size && (classes[units[i]!] || classOf(units[i]!)) === LETTER; i++) h = Math.imul(h ^ units[i]!, MIX);
      keys[w] = finish(h);
    } else if (size - from === 1) {
      classes[first] = SINGLE;
      keys[w] = pairKey(first, 0);
    } else {
      if (kind === OTHER) classes[first] = EDGELESS;
      keys[w] = pairKey(first, units[from + 1]!);
    }
  }
  yield;
  const order = [...folded.keys()].filter((w) => folded[w] !== '');
  order.sort((a, b) => keys[a]! - keys[b]! || (folded[a]! < folded[b]! ? -1 : folded[a]! > folded[b]! ? 1 : a - b));
  yield;

  let total = 0;
  for (const w of order) total += folded[w]!.length;
  const store = new Uint16Array(total);
  const offsets = new Uint32Array(order.length + 1);
  const numbers = new Uint32Array(order);
  const endsInLetter = new Uint8Array(order.length);
  let bits = 4;
  while (1 << bits < order.length * 4) bits++;
  const mask = (1 << bits) - 1;
  /** Slot of a key → 1 + first word of its group; groups end where the key changes. */
  const slots = new Int32Array(1 << bits);
  const groupEnd = new Uint32Array(order.length);
  const sortedKeys = new Int32Array(order.length);
  let at = 0;
  let group = 0;
  for (let i = 0; i < order.length; i++) {
    const word = folded[order[i]!]!;
    for (let k = 0; k < word.length; k++) store[at++] = word.charCodeAt(k);
    offsets[i + 1] = at;
    endsInLetter[i] = (classes[store[at - 1]!] || classOf(store[at - 1]!)) === LETTER ? 1 : 0;
    sortedKeys[i] = keys[order[i]!]!;
    if (i === 0 || sortedKeys[i] !== sortedKeys[i - 1]) {
      group = i;
      let slot = sortedKeys[i]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = i + 1;
    }
    groupEnd[group] = i + 1;
    if (i % 2000 === 1999) yield;
  }

  type Report = (word: number, start: number, end: number) => void;

  /** All words of the key's group that stand at `start`. */
  function look(key: number, units: Uint16Array, start: number, size: number, report: Report): void {
    let slot = key & mask;
    for (let entry = slots[slot]!; entry !== 0; slot = (slot + 1) & mask, entry = slots[slot]!) {
      if (sortedKeys[entry - 1] !== key) continue;
      let low = entry - 1;
      let high = groupEnd[low]!;
      for (let depth = 0; ; depth++) {
        while (low < high && offsets[low + 1]! - offsets[low]! === depth) {
          const end = start + depth;
          if (!endsInLetter[low] || end >= size || (classes[units[end]!] || classOf(units[end]!)) !== LETTER)
            report(numbers[low]!, start, end);
          low++;
        }
        if (low >= high || start + depth >= size) return;
        const unit = units[start + depth]!;
        low = bound(low, high, depth, unit);
        high = bound(low, high, depth, unit + 1);
      }
    }
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

  /** Where the last call of `candidate` found one: its key. */
  let found = 0;

  /** The next place at or after `from` where a word may begin, or where a unit is new; `size` if there is none. No call in this loop, for speed. */
  function candidate(units: Uint16Array, from: number, size: number): number {
    let i = from;
    while (i < size) {
      const unit = units[i]!;
      const kind = classes[unit]!;
      if (kind === LETTER) {
        const start = i;
        let h = 0;
        let next = unit;
        do {
          h = Math.imul(h ^ next, MIX);
          next = ++i < size ? units[i]! : 0;
        } while (classes[next] === LETTER);
        h = Math.imul(h ^ (h >>> 15), MIX);
        h ^= h >>> 13;
        if (slots[h & mask] !== 0 || classes[next] === UNSEEN) {
          found = h;
          return start;
        }
      } else if (kind === OTHER) {
        i++;
      } else {
        let h = Math.imul((unit << 16) | (i + 1 < size ? units[i + 1]! : 0), MIX);
        h ^= h >>> 15;
        if (slots[h & mask] !== 0 || kind !== EDGELESS) {
          found = h;
          return i;
        }
        i++;
      }
    }
    return size;
  }

  return {
    folder,
    bytes: classes.byteLength + store.byteLength + offsets.byteLength * 4 + endsInLetter.byteLength + slots.byteLength,
    scan(text, report) {
      const size = folder.run(text);
      const units = folder.units;
      let at = candidate(units, 0, size);
      while (at < size) {
        const key = found;
        const kind = classes[units[at]!]!;
        let next = at + 1;
        if (kind === LETTER) {
          while (next < size && classes[units[next]!] === LETTER) next++;
          if (next < size && classes[units[next]!] === UNSEEN) {
            classOf(units[next]!);
            next = at;
          } else look(key, units, at, size, report);
        } else if (kind === UNSEEN) {
          classOf(units[at]!);
          next = at;
        } else {
          look(key, units, at, size, report);
          if (kind === SINGLE) look(pairKey(units[at]!, 0), units, at, size, report);
        }
        at = candidate(units, next, size);
      }
    },
  };
}

/** The same at once. */
export function createWordIndex(words: readonly string[], options: WordOptions = {}): WordIndex {
  const steps = buildWordIndex(words, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

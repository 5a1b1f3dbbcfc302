import { type Folder, type FoldOptions, fold, folderFor } from '../text/fold';
import { keyOf, pickAnchor } from './grams';
import { hasEdge } from './word-edges';
import { type Report, WordScanner } from './word-scan';

/** How a group of words is matched: the foldings, and whether Latin words match inside other words (`part`). */
export interface WordOptions extends FoldOptions {
  readonly part?: boolean;
}

/** An index of words. */
export interface WordIndex {
  /** Reports each occurrence in `text`, once: the word's number as given to `createWordIndex` and offsets into `text`. In no particular order. */
  scan(text: string, report: Report): void;
  /** Bytes held beyond the folder's table. */
  readonly bytes: number;
}

/**
 * The folded words, grouped by their anchor (a whole run of letters, or two units of a script without word edges) and where it stands in them,
 * sorted by units within a group. A filter of bits, asked at each place with a hash that rolls along, says that no anchor ends here, which is
 * nearly always so. Where one may, the range of words is narrowed unit by unit: a place costs at most the longest word for each distance of
 * the anchor, whatever the list.
 */
export interface WordTable {
  readonly options: WordOptions;
  readonly folder: Folder;
  /** Units that occur in words. */
  readonly alphabet: ReadonlySet<number>;
  /** Those of them that have no word edge; with `part` all. */
  readonly dense: ReadonlySet<number>;
  /** Units that are the whole anchor of a word → its key. */
  readonly singles: ReadonlyMap<number, number>;
  readonly store: Uint16Array;
  readonly offsets: Uint32Array;
  /** Sorted place → number as given. */
  readonly numbers: Uint32Array;
  readonly keys: Int32Array;
  /** Sorted place → units of the word before its anchor's last. */
  readonly backs: Uint16Array;
  /** First word of a group → the place after its last. */
  readonly groupEnd: Uint32Array;
  /** Key (masked) → 1 + first word of a group; open addressing. */
  readonly slots: Int32Array;
  /** A bit for each anchor, by the high bits of its hash. */
  readonly filter: Uint32Array;
  /** How far a hash is shifted to the right to ask the filter. */
  readonly shift: number;
}

const BLANK = 32;

/** Builds the index. `words` are as written; those that fold to nothing match nothing. Yields about every 250 words, so that a caller can pause. */
export function* buildWordIndex(words: readonly string[], options: WordOptions = {}): Generator<void, WordIndex> {
  const part = options.part === true;
  const alphabet = new Set<number>();
  const dense = new Set<number>();
  const singles = new Map<number, number>();
  const folded: string[] = [];
  const order: number[] = [];
  const keyAt = new Int32Array(words.length);
  const backAt = new Uint16Array(words.length);
  let bits = 12;
  // A place passes by chance once in 64 times with a few thousand words, which is then dearer than the filter's cache lines; once in 24 with more.
  while (1 << bits < words.length * (bits < 18 ? 64 : 24)) bits++;
  const shift = 32 - bits;
  const filter = new Uint32Array((1 << bits) / 32);
  let total = 0;
  for (let w = 0; w < words.length; w++) {
    if (w % 250 === 249) yield;
    const word = fold(words[w]!, options).text.trim();
    folded.push(word);
    if (word === '') continue;
    order.push(w);
    total += word.length;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      alphabet.add(unit);
      if (part || (!hasEdge(unit) && unit !== BLANK)) dense.add(unit);
    }
    const { hash, back, isSingle } = pickAnchor(word, part);
    backAt[w] = back;
    if (isSingle) {
      const unit = word.charCodeAt(0);
      keyAt[w] = keyOf(unit);
      singles.set(unit, keyAt[w]!);
    } else {
      keyAt[w] = keyOf(hash);
      filter[(hash >>> shift) >>> 5]! |= 1 << (hash >>> shift);
    }
  }
  yield;
  order.sort(
    (a, b) => keyAt[a]! - keyAt[b]! || backAt[a]! - backAt[b]! || (folded[a]! < folded[b]! ? -1 : folded[a]! > folded[b]! ? 1 : a - b),
  );
  yield;

  const count = order.length;
  let slotBits = 6;
  while (1 << slotBits < count * 2) slotBits++;
  const mask = (1 << slotBits) - 1;
  const store = new Uint16Array(total);
  const offsets = new Uint32Array(count + 1);
  const keys = new Int32Array(count);
  const backs = new Uint16Array(count);
  const groupEnd = new Uint32Array(count);
  const slots = new Int32Array(1 << slotBits);
  let at = 0;
  let group = 0;
  for (let i = 0; i < count; i++) {
    const w = order[i]!;
    const word = folded[w]!;
    for (let k = 0; k < word.length; k++) store[at++] = word.charCodeAt(k);
    offsets[i + 1] = at;
    keys[i] = keyAt[w]!;
    backs[i] = backAt[w]!;
    if (i === 0 || keys[i] !== keys[i - 1] || backs[i] !== backs[i - 1]) {
      group = i;
      let slot = keys[i]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = i + 1;
    }
    groupEnd[group] = i + 1;
    if (i % 2000 === 1999) yield;
  }
  const numbers = new Uint32Array(order);
  const scanner = new WordScanner({
    options,
    folder: folderFor(options),
    alphabet,
    dense,
    singles,
    store,
    offsets,
    numbers,
    keys,
    backs,
    groupEnd,
    slots,
    filter,
    shift,
  });
  let bytes = 4 * 0x10000 + 4 * count;
  for (const array of [store, offsets, numbers, keys, backs, groupEnd, slots, filter]) bytes += array.byteLength;
  return { scan: (text, report) => scanner.scan(text, report), bytes };
}

/** The same at once. */
export function createWordIndex(words: readonly string[], options: WordOptions = {}): WordIndex {
  const steps = buildWordIndex(words, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

import { type Folder, type FoldOptions, fold, folderFor } from '../text/fold';
import { gearOf, gramKey, pickGram, roll } from './grams';
import { createScan, type Scan } from './word-scan';

/** How a group of words is matched: the foldings, and whether Latin words match inside other words (`part`). */
export interface WordOptions extends FoldOptions {
  readonly part?: boolean;
}

/** An index of words. */
export interface WordIndex {
  /** Reports each occurrence in `text`, once: the word's number as given to `createWordIndex` and offsets into `text`. In no particular order. */
  readonly scan: Scan;
  /** Bytes held beyond the folder's table. */
  readonly bytes: number;
}

/**
 * The folded words, grouped by the gram that is looked for and where it stands in them, sorted by units within a group. Two filters of bits,
 * asked at each place with a hash that rolls along, say that no gram ends here, which is nearly always so. Where one may, the range of words is
 * narrowed unit by unit: a place costs at most the longest word for each distance, whatever the list.
 */
export interface WordTable {
  readonly options: WordOptions;
  readonly folder: Folder;
  /** Units that occur in words. */
  readonly alphabet: ReadonlySet<number>;
  readonly store: Uint16Array;
  readonly offsets: Uint32Array;
  /** Sorted place → number as given. */
  readonly numbers: Uint32Array;
  readonly keys: Int32Array;
  /** Sorted place → units from the word's first to its gram's last. */
  readonly backs: Uint16Array;
  /** First word of a group → the place after its last. */
  readonly groupEnd: Uint32Array;
  /** Key (masked) → 1 + first word of a group; open addressing. */
  readonly slots: Int32Array;
  /** A bit for the last two units, 65,536 in all. */
  readonly pairs: Uint32Array;
  /** A bit for the last four, by the high bits of the hash. */
  readonly fours: Uint32Array;
  /** How far the hash is shifted to the right to ask `fours`. */
  readonly shift: number;
  readonly hasSingles: boolean;
}

/** Builds the index. `words` are as written; those that fold to nothing match nothing. Yields about every 500 words, so that a caller can pause. */
export function* buildWordIndex(words: readonly string[], options: WordOptions = {}): Generator<void, WordIndex> {
  const alphabet = new Set<number>();
  const folded: string[] = [];
  const keyOf = new Int32Array(words.length);
  const backOf = new Uint16Array(words.length);
  const order: number[] = [];
  const pairs = new Uint32Array(0x10000 / 32);
  let bits = 12;
  while (1 << bits < words.length * 16) bits++;
  const shift = 32 - bits;
  const fours = new Uint32Array((1 << bits) / 32);
  let hasSingles = false;
  let total = 0;
  for (let w = 0; w < words.length; w++) {
    if (w % 500 === 499) yield;
    const word = fold(words[w]!, options).text.trim();
    folded.push(word);
    if (word === '') continue;
    order.push(w);
    total += word.length;
    for (let i = 0; i < word.length; i++) alphabet.add(word.charCodeAt(i));
    const { size, back } = pickGram(word);
    let hash = 0;
    for (let i = back - size + 1; i <= back; i++) hash = roll(hash, gearOf(word.charCodeAt(i)));
    keyOf[w] = gramKey(size, hash, word.charCodeAt(back));
    backOf[w] = back;
    if (size === 4) fours[(hash >>> shift) >>> 5]! |= 1 << (hash >>> shift);
    else if (size === 2) pairs[(hash & 0xffff) >>> 5]! |= 1 << hash;
    else {
      // One unit: whatever stands before it, so all pairs that end in its eight bits.
      hasSingles = true;
      for (let before = 0; before < 256; before++) pairs[(((before << 8) + hash) & 0xffff) >>> 5]! |= 1 << hash;
    }
  }
  yield;
  order.sort(
    (a, b) => keyOf[a]! - keyOf[b]! || backOf[a]! - backOf[b]! || (folded[a]! < folded[b]! ? -1 : folded[a]! > folded[b]! ? 1 : a - b),
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
    keys[i] = keyOf[w]!;
    backs[i] = backOf[w]!;
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
  const table: WordTable = {
    options,
    folder: folderFor(options),
    alphabet,
    store,
    offsets,
    numbers,
    keys,
    backs,
    groupEnd,
    slots,
    pairs,
    fours,
    shift,
    hasSingles,
  };
  let bytes = 4 * 0x10000;
  for (const array of [store, offsets, numbers, keys, backs, groupEnd, slots, pairs, fours]) bytes += array.byteLength;
  return { scan: createScan(table), bytes };
}

/** The same at once. */
export function createWordIndex(words: readonly string[], options: WordOptions = {}): WordIndex {
  const steps = buildWordIndex(words, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

import { dropHidden, foldCase, foldLookalikes, foldVariants } from './fold-chars';

export { disguises, matchingName } from './fold-names';

/** What is folded beyond case, NFKC, width, hidden characters and white space. */
export interface FoldOptions {
  /** Character → the character it stands for, e.g. traditional → simplified. The same object should be passed each time: tables hang on it. */
  readonly variants?: Readonly<Record<string, string>>;
  /** Cyrillic, Greek and digits that pass for Latin letters; accents. */
  readonly lookalikes?: boolean;
  /** White space between ideographs does not count. */
  readonly spaced?: boolean;
}

/** A text in matching form. `map[i]` is where unit `i` began in the original, `map[text.length]` the original's length; null = unit `i` began at `i`. */
export interface Folded {
  readonly text: string;
  readonly map: Uint16Array | Uint32Array | null;
}

/** A folder's working state, valid until its next run: the folded UTF-16 units and where they came from (`mapped` false: identity). */
export interface Folder {
  units: Uint16Array;
  starts: Uint32Array;
  mapped: boolean;
  /** Folds `text` into `units` and gives their number. */
  run(text: string): number;
}

// What may change the character before it when normalised: marks, half-width voicing marks, jamo of any kind.
const JOINS = /^[\p{M}\uff9e\uff9f\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\ud7b0-\ud7ff\uffa1-\uffdc]/u;
// A page's strings come in more than four internal kinds (flat, joined, sliced, 8 and 16 bit); then V8 no longer inlines `text.charCodeAt(i)`,
// which costs 3 × the whole pass. Called like this it stays inlined.
const { charCodeAt } = String.prototype;
const SPECIAL = 1;
const BLANK = 32;

const isIdeograph = (unit: number): boolean =>
  (unit >= 0x3040 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xd840 && unit <= 0xd8ff);

/** Folds one cluster (a character and what joins it), without regard to its neighbours. */
function foldCluster(cluster: string, { variants, lookalikes }: FoldOptions): string {
  let text = foldCase(dropHidden(dropHidden(cluster).normalize('NFKC'))).replace(/\s+/gu, ' ');
  if (variants) text = foldVariants(text, variants);
  return lookalikes ? foldLookalikes(text) : text;
}

/**
 * Makes a folder: a table of 65,536 units that is filled as characters are met (the system hands its memory over page by page),
 * so that a text costs one lookup a unit. Nothing is allocated per run; the arrays grow with the longest text.
 */
export function createFolder(options: FoldOptions = {}): Folder {
  const table = new Uint16Array(0x10000);
  const spaced = options.spaced === true;

  function learn(unit: number): number {
    const char = String.fromCharCode(unit);
    let folded = SPECIAL;
    if ((unit & 0xf800) !== 0xd800 && !JOINS.test(char)) {
      const text = foldCluster(char, options);
      if (text.length === 1 && text !== '\u0000') folded = text.charCodeAt(0);
    }
    table[unit] = folded;
    return folded;
  }

  const folder: Folder = {
    units: new Uint16Array(1024),
    starts: new Uint32Array(0),
    mapped: false,
    run(text) {
      const length = text.length;
      if (folder.units.length < length) folder.units = new Uint16Array(length * 2);
      folder.mapped = false;
      for (let i = 0; ; i++) {
        i = plainUpTo(text, i, folder.units);
        if (i >= length) return length;
        const unit = learn(text.charCodeAt(i));
        if (unit === SPECIAL || unit === BLANK) return rest(text, i);
        folder.units[i] = unit;
      }
    },
  };

  /** Copies while one unit folds to one; stops where something must be learned or decided. No call in this loop: with one V8 reloads both arrays each turn (3 × the time). */
  function plainUpTo(text: string, from: number, units: Uint16Array): number {
    const length = text.length;
    let before = from > 0 ? units[from - 1]! : 0;
    let i = from;
    for (; i < length; i++) {
      const unit = table[charCodeAt.call(text, i)]!;
      if (unit <= BLANK && (unit < BLANK || before === BLANK || spaced)) break;
      units[i] = unit;
      before = unit;
    }
    return i;
  }

  /** Goes on from `from` where units and characters part; everything before it was one to one. */
  function rest(text: string, from: number): number {
    const length = text.length;
    let size = from;
    const room = length * 4 + 64;
    if (folder.units.length < room) {
      const units = new Uint16Array(room);
      units.set(folder.units.subarray(0, from));
      folder.units = units;
    }
    if (folder.starts.length < folder.units.length) folder.starts = new Uint32Array(folder.units.length);
    const { starts } = folder;
    for (let i = 0; i < from; i++) starts[i] = i;
    folder.mapped = true;
    let i = from;
    while (i < length) {
      const c = text.charCodeAt(i);
      const unit = table[c] || learn(c);
      if (unit === BLANK) {
        const start = i++;
        while (i < length && (table[text.charCodeAt(i)] || learn(text.charCodeAt(i))) === BLANK) i++;
        if (spaced && size > 0 && between(size, i, text)) continue;
        if (size > 0 && folder.units[size - 1] === BLANK) continue;
        folder.units[size] = BLANK;
        starts[size++] = start;
      } else if (unit !== SPECIAL) {
        folder.units[size] = unit;
        folder.starts[size++] = i++;
      } else {
        let start = i;
        let char = String.fromCodePoint(text.codePointAt(i)!);
        i += char.length;
        if (JOINS.test(char) && size > 0) {
          // A mark belongs to the cluster before it: take that one back and fold both together.
          start = folder.starts[size - 1]!;
          while (size > 0 && folder.starts[size - 1] === start) size--;
          for (; i < length; i += char.length) {
            char = String.fromCodePoint(text.codePointAt(i)!);
            if (!JOINS.test(char)) break;
          }
        }
        const folded = foldCluster(text.slice(start, i), options);
        grow(size + folded.length);
        for (let k = 0; k < folded.length; k++) {
          const next = folded.charCodeAt(k);
          if (next === BLANK && size > 0 && folder.units[size - 1] === BLANK) continue;
          folder.units[size] = next;
          folder.starts[size++] = start;
        }
      }
    }
    grow(size + 1);
    folder.starts[size] = length;
    return size;
  }

  /** One ligature can unfold to 18 characters: the room of four a character may not do. */
  function grow(size: number): void {
    if (size < folder.starts.length) return;
    const units = new Uint16Array(size * 2);
    const starts = new Uint32Array(size * 2);
    units.set(folder.units);
    starts.set(folder.starts);
    folder.units = units;
    folder.starts = starts;
  }

  const between = (size: number, next: number, text: string): boolean => {
    const before = folder.units[size - 1]!;
    return (isIdeograph(before) || (before & 0xfc00) === 0xdc00) && next < text.length && isIdeograph(text.charCodeAt(next));
  };

  return folder;
}

const NO_VARIANTS = {};
const folders = new WeakMap<object, Map<number, Folder>>();

/** The folder for these options; one per variants map and pair of switches, kept as long as the map lives. */
export function folderFor(options: FoldOptions = {}): Folder {
  const owner = options.variants ?? NO_VARIANTS;
  const kind = (options.lookalikes ? 1 : 0) | (options.spaced ? 2 : 0);
  let byKind = folders.get(owner);
  if (!byKind) {
    byKind = new Map();
    folders.set(owner, byKind);
  }
  let folder = byKind.get(kind);
  if (!folder) {
    folder = createFolder(options);
    byKind.set(kind, folder);
  }
  return folder;
}

const NOT_PLAIN = /[^ -~]/;
const CHUNK = 4096; // fromCharCode takes its units as arguments: far below any engine's limit

/**
 * Folds a text into the form in which it is matched: case, NFKC, width, runs of white space → one space, hidden and control characters gone,
 * and what the options add. Idempotent. Any string, lone surrogates too; never throws.
 */
export function fold(text: string, options: FoldOptions = {}): Folded {
  if (!options.lookalikes && !NOT_PLAIN.test(text) && !text.includes('  ')) return { text: text.toLowerCase(), map: null };
  const folder = folderFor(options);
  const size = folder.run(text);
  let folded = '';
  for (let at = 0; at < size; at += CHUNK)
    folded += String.fromCharCode.apply(null, folder.units.subarray(at, Math.min(size, at + CHUNK)) as unknown as number[]);
  if (!folder.mapped) return { text: folded, map: null };
  const map = folder.starts.subarray(0, size + 1);
  return { text: folded, map: text.length < 0x10000 ? new Uint16Array(map) : new Uint32Array(map) };
}

/** Where units `start`…`end` of a folded text came from: offsets into the original, whole characters, never empty unless start = end. */
export function spanInOriginal(map: ArrayLike<number> | null, start: number, end: number): { start: number; end: number } {
  if (!map || start >= end) return { start: map ? map[start]! : start, end: map ? map[start]! : end };
  let after = end;
  while (map[after] === map[end - 1]) after++;
  return { start: map[start]!, end: map[after]! };
}

import { dropHidden, foldCase, foldLookalikes, foldVariants } from './fold-chars';

/** What is folded beyond case, NFKC, width, hidden characters and white space. */
export interface FoldOptions {
  /** Character → the character it stands for, e.g. traditional → simplified. The same object should be passed each time: tables hang on it. */
  readonly variants?: Readonly<Record<string, string>>;
  /** Cyrillic, Greek and digits that pass for Latin letters; accents. */
  readonly lookalikes?: boolean;
  /** White space between ideographs does not count. */
  readonly spaced?: boolean;
}

/** A folder's working state, valid until its next run: the folded UTF-16 units and where they came from (`mapped` false: identity). */
export interface Folder {
  units: Uint16Array;
  starts: Uint32Array;
  mapped: boolean;
  /** Folds `text` into `units` and gives their number. */
  run(text: string): number;
  /** Unit → what it folds to by itself; 0 not met yet, 1 it takes more to tell. */
  readonly table: Uint16Array;
  /** The one unit that a unit always folds to whatever stands beside it (but a second space); null if there is no such unit. */
  plain(unit: number): number | null;
  /** What a character folds to; null if that depends on the character before it. */
  expand(char: string): string | null;
}

// What may change the character before it when normalised: marks, half-width voicing marks, jamo of any kind.
const JOINS = /^[\p{M}\uff9e\uff9f\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\ud7b0-\ud7ff\uffa1-\uffdc]/u;
// A page's strings come in more than four internal kinds (flat, joined, sliced, 8 and 16 bit); then V8 no longer inlines `text.charCodeAt(i)`,
// which costs 3 × the whole pass. Called like this it stays inlined.
const { charCodeAt } = String.prototype;
const SPECIAL = 1;
const BLANK = 32;
const MOST_EXPANSIONS = 2000; // emoji and the like remembered, about 100 KB

// Han, kana and what stands among them; the high surrogates of the planes that hold more Han.
const isIdeograph = (unit: number): boolean =>
  (unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xd840 && unit <= 0xd8ff);

// They join what stands before them: with the space gone a second folding would make one character of both.
const isVoicingMark = (unit: number): boolean => unit === 0x3099 || unit === 0x309a;

/** Folds one cluster (a character and what joins it), without regard to its neighbours. */
function foldCluster(cluster: string, { variants, lookalikes }: FoldOptions): string {
  let text = foldCase(dropHidden(dropHidden(cluster).normalize('NFKC'))).replace(/\s+/gu, ' ');
  if (variants) text = foldVariants(text, variants);
  return (lookalikes ? foldLookalikes(text) : text).normalize('NFC');
}

/**
 * Copies while one unit folds to one; stops where something must be learned or decided. The loop calls nothing and stands outside of
 * `createFolder`: V8 keeps `charCodeAt` inlined only in a function that exists once (3 × the time otherwise).
 */
function plainUpTo(text: string, from: number, units: Uint16Array, table: Uint16Array, spaced: boolean): number {
  const { length } = text;
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

/** The same where units and characters have parted: from `from` on to `size` on. Gives where it stopped; as many units have been added. */
function plainBehind(text: string, from: number, { units, starts }: Folder, size: number, table: Uint16Array, spaced: boolean): number {
  const { length } = text;
  const shift = size - from;
  let before = size > 0 ? units[size - 1]! : 0;
  let i = from;
  for (; i < length; i++) {
    const unit = table[charCodeAt.call(text, i)]!;
    if (unit <= BLANK && (unit < BLANK || before === BLANK || spaced)) break;
    if (spaced && before === BLANK) break;
    units[i + shift] = unit;
    starts[i + shift] = i;
    before = unit;
  }
  return i;
}

/**
 * Makes a folder: a table of 65,536 units that is filled as characters are met (the system hands its memory over page by page),
 * so that a text costs one lookup a unit. Nothing is allocated per run; the arrays grow with the longest text.
 */
export function createFolder(options: FoldOptions = {}): Folder {
  const table = new Uint16Array(0x10000);
  const spaced = options.spaced === true;
  const expansions = new Map<number, string | null>();

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
    table,
    units: new Uint16Array(1024),
    starts: new Uint32Array(0),
    mapped: false,
    run(text) {
      const length = text.length;
      if (folder.units.length < length) folder.units = new Uint16Array(length * 2);
      folder.mapped = false;
      for (let i = 0; ; ) {
        i = plainUpTo(text, i, folder.units, table, spaced);
        if (i >= length) return length;
        const c = text.charCodeAt(i);
        if (table[c] !== 0) return rest(text, i);
        learn(c);
      }
    },
    plain(unit) {
      const folded = table[unit] || learn(unit);
      return folded === SPECIAL || (spaced && folded === BLANK) ? null : folded;
    },
    expand: (char) => expansionOf(char.codePointAt(0)!),
  };

  /** What a character folds to by itself; null if it joins the one before it. */
  function expansionOf(point: number): string | null {
    let folded = expansions.get(point);
    if (folded === undefined) {
      const char = String.fromCodePoint(point);
      folded = JOINS.test(char) ? null : foldCluster(char, options);
      if (expansions.size < MOST_EXPANSIONS) expansions.set(point, folded);
    }
    return folded;
  }

  let size = 0;

  /** Goes on from `from` where units and characters part; everything before it was one to one. */
  function rest(text: string, from: number): number {
    const { length } = text;
    size = from;
    grow(length * 2 + 64);
    for (let i = 0; i < from; i++) folder.starts[i] = i;
    folder.mapped = true;
    let i = from;
    while (i < length) {
      grow(size + length - i);
      const stop = plainBehind(text, i, folder, size, table, spaced);
      size += stop - i;
      i = stop;
      if (i >= length) break;
      const unit = table[text.charCodeAt(i)] || learn(text.charCodeAt(i));
      if (unit === SPECIAL) i = special(text, i);
      else put(unit, i++);
    }
    folder.starts[size] = length;
    return size;
  }

  /** Folds what can't be folded by table: an astral character, an expansion, a mark with what stands before it. Gives where it ends. */
  function special(text: string, from: number): number {
    const point = text.codePointAt(from)!;
    let start = from;
    let i = from + (point > 0xffff ? 2 : 1);
    let folded = expansionOf(point);
    if (folded === null) {
      if (size > 0) {
        // A mark belongs to the cluster before it: take that one back and fold both together.
        start = folder.starts[size - 1]!;
        while (size > 0 && folder.starts[size - 1] === start) size--;
        for (let next = text.codePointAt(i); next !== undefined && expansionOf(next) === null; next = text.codePointAt(i))
          i += next > 0xffff ? 2 : 1;
      }
      folded = foldCluster(text.slice(start, i), options);
    }
    grow(size + folded.length + text.length - i);
    for (let k = 0; k < folded.length; k++) put(folded.charCodeAt(k), start);
    return i;
  }

  /** Adds a unit; a second space and, where spaces between ideographs don't count, such a space is left out. */
  function put(unit: number, start: number): void {
    const { units, starts } = folder;
    if (size > 0 && units[size - 1] === BLANK) {
      if (unit === BLANK) return;
      if (spaced && size > 1 && isIdeograph(unit) && !isVoicingMark(unit)) {
        const before = units[size - 2]!;
        if (isIdeograph((before & 0xfc00) === 0xdc00 && size > 2 ? units[size - 3]! : before)) size--;
      }
    }
    units[size] = unit;
    starts[size++] = start;
  }

  /** Makes room for `needed` units and one more; one ligature can unfold to 18. */
  function grow(needed: number): void {
    if (needed < folder.starts.length && needed < folder.units.length) return;
    const units = new Uint16Array(needed * 2);
    const starts = new Uint32Array(needed * 2);
    units.set(folder.units.subarray(0, size));
    starts.set(folder.starts.subarray(0, size));
    folder.units = units;
    folder.starts = starts;
  }

  return folder;
}

const NO_VARIANTS = {};
const folders = new WeakMap<object, Map<number, Folder>>();
let last: { readonly owner: object; readonly kind: number; readonly folder: Folder } | null = null; // text after text asks for the same one

/** The folder for these options; one per variants map and pair of switches, kept as long as the map lives. */
export function folderFor(options: FoldOptions = {}): Folder {
  const owner = options.variants ?? NO_VARIANTS;
  const kind = (options.lookalikes ? 1 : 0) | (options.spaced ? 2 : 0);
  if (last !== null && last.owner === owner && last.kind === kind) return last.folder;
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
  last = { owner, kind, folder };
  return folder;
}

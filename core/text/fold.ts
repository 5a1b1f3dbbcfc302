import { type Folder, type FoldOptions, folderFor } from './fold-folder';

export { createFolder, type Folder, type FoldOptions, folderFor } from './fold-folder';
export { disguises, matchingName } from './fold-names';

/** A text in matching form. `map[i]` is where unit `i` began in the original, `map[text.length]` the original's length; null = unit `i` began at `i`. */
export interface Folded {
  readonly text: string;
  readonly map: Uint32Array | null;
}

const NOT_PLAIN = /[^ -~\n]|[ \n]{2}/;

const CHUNK = 256;
/** Arrays of each length up to a chunk: a call with just as many arguments builds a string in a third of the time that a typed array takes, and two joined strings cost a copy more. */
const rows: number[][] = Array.from({ length: CHUNK + 1 }, (_, length) => new Array<number>(length).fill(0));

/** A string of the first `size` units. */
function textOf(units: Uint16Array, size: number): string {
  let text = '';
  for (let at = 0; at < size; at += CHUNK) {
    const length = Math.min(CHUNK, size - at);
    const row = rows[length]!;
    for (let i = 0; i < length; i++) row[i] = units[at + i]!;
    text += String.fromCharCode(...row);
  }
  return text;
}

/** A folded text whose units have parted from the original's. A typed array costs ten times the folding of a short text, and few ask for it. */
class Parted implements Folded {
  private known: Uint32Array | null = null;
  constructor(
    readonly text: string,
    private readonly original: string,
    private readonly folder: Folder,
  ) {}
  get map(): Uint32Array {
    if (!this.known) {
      const size = this.folder.run(this.original);
      this.known = this.folder.starts.slice(0, size + 1);
    }
    return this.known;
  }
}

/**
 * Folds a text into the form in which it is matched: case, NFKC, width, runs of white space → one space, hidden and control characters gone,
 * and what the options add. Idempotent. Any string, lone surrogates too; never throws.
 */
export function fold(text: string, options: FoldOptions = {}): Folded {
  // The first character tells most texts that are not plain: a regex asked for nothing costs as much as half of a short text's folding.
  if (!options.lookalikes && !(text.charCodeAt(0) > 126) && !NOT_PLAIN.test(text))
    return { text: text.includes('\n') ? text.toLowerCase().replaceAll('\n', ' ') : text.toLowerCase(), map: null };
  const folder = folderFor(options);
  const size = folder.run(text);
  const folded = textOf(folder.units, size);
  return folder.mapped ? new Parted(folded, text, folder) : { text: folded, map: null };
}

/** Where units `start`…`end` of a folded text came from: offsets into the original, whole characters, never empty unless start = end. */
export function spanInOriginal(map: ArrayLike<number> | null, start: number, end: number): { start: number; end: number } {
  if (!map || start >= end) return { start: map ? map[start]! : start, end: map ? map[start]! : end };
  let after = end;
  while (map[after] === map[end - 1]) after++;
  return { start: map[start]!, end: map[after]! };
}

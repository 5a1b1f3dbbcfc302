import { type FoldOptions, folderFor } from './fold-folder';

export { createFolder, type Folder, type FoldOptions, folderFor } from './fold-folder';
export { disguises, matchingName } from './fold-names';

/** A text in matching form. `map[i]` is where unit `i` began in the original, `map[text.length]` the original's length; null = unit `i` began at `i`. */
export interface Folded {
  readonly text: string;
  readonly map: Uint16Array | Uint32Array | null;
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

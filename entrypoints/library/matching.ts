import { fold } from '../../core/text/fold';

const folded = new WeakMap<object, string>();

/** Words of a search, folded: case, width, zero-width and simplified = traditional do not matter. */
export const searchWords = (query: string): readonly string[] =>
  query
    .split(/\s+/u)
    .map((word) => fold(word).text)
    .filter((word) => word !== '');

/** True if every word occurs in the row's texts. The folded texts are kept as long as the row is. */
export function matches<T extends object>(row: T, textsOf: (row: T) => readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return true;
  let text = folded.get(row);
  if (text === undefined) {
    text = fold(textsOf(row).join('\n')).text;
    folded.set(row, text);
  }
  return words.every((word) => text.includes(word));
}

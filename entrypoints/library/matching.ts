import { searchForm, wordsOfQuery } from '../../core/store/search';

const folded = new WeakMap<object, string>();

/** Words of a search in searched form: case, width, hidden characters and simplified = traditional do not matter. */
export const searchWords = wordsOfQuery;

/** True if every word occurs in the row's texts. The folded texts are kept as long as the row is. */
export function matches<T extends object>(row: T, textsOf: (row: T) => readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return true;
  let text = folded.get(row);
  if (text === undefined) {
    text = searchForm(textsOf(row).join('\n'));
    folded.set(row, text);
  }
  return words.every((word) => text.includes(word));
}

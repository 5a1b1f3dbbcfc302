import { isObject } from '../../core/model/check';

/** A search of the library under a name; `hash` is its route without an item. */
export interface SavedSearch {
  readonly name: string;
  readonly hash: string;
}

const MAX_SEARCHES = 50;
const MAX_NAME = 80;

/** The saved searches out of what storage or a backup gave; what is none is left out. Never throws. */
export function searchesFrom(value: unknown): readonly SavedSearch[] {
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((one): SavedSearch[] =>
      isObject(one) && typeof one.name === 'string' && typeof one.hash === 'string' && /^#\/[a-z]+(?:\?|$)/.test(one.hash)
        ? [{ name: one.name.slice(0, MAX_NAME), hash: one.hash.slice(0, 2000) }]
        : [],
    )
    .slice(0, MAX_SEARCHES);
}

/** The list with one more; a search of the same name gives way. */
export const withSearch = (list: readonly SavedSearch[], search: SavedSearch): readonly SavedSearch[] =>
  [...list.filter(({ name }) => name !== search.name), search].slice(-MAX_SEARCHES);

import type { Mark, MarkKind } from '../../core/model/mark';
import type { Person } from '../../core/model/person';

/** How a list is ordered; with a search, `newest` is best first. */
export const SORTS = ['newest', 'oldest', 'name', 'site'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list needs of a row without reading it. */
export interface Fact {
  readonly at: number;
  readonly kind: MarkKind | null;
  readonly name: string;
  readonly site: string;
}

export const factOf = (row: Person | Mark): Fact => {
  const at = row.updatedAt;
  return 'names' in row
    ? { at, kind: null, name: row.names[0] ?? '', site: row.site }
    : { at, kind: row.kind, name: row.author, site: row.site };
};

/** The order of facts; names as the language of the page has them. */
export function comparing(sort: Sort): (a: Fact, b: Fact) => number {
  const later = (a: Fact, b: Fact) => b.at - a.at;
  if (sort === 'newest') return later;
  if (sort === 'oldest') return (a, b) => a.at - b.at;
  const names = new Intl.Collator(document.documentElement.lang || undefined);
  const byName = (a: Fact, b: Fact) => names.compare(a.name, b.name) || later(a, b);
  if (sort === 'name') return byName;
  return (a, b) => (a.site === b.site ? byName(a, b) : a.site < b.site ? -1 : 1);
}

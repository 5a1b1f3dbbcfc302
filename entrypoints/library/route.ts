import { SORTS, type Sort } from './sort-facts';

/** The views of the library in the order of the menu. */
export const VIEWS = ['people', 'notes', 'hidden', 'rules', 'threads', 'sites', 'data', 'settings', 'about'] as const;
export type View = (typeof VIEWS)[number];

/** Where in the library: a view, one item of it (a uuid, `new`), what is searched for, the order, and what alone is shown ('' = everything). */
export interface Route {
  readonly view: View;
  readonly item: string | null;
  readonly query: string;
  readonly sort: Sort;
  readonly only: string;
}

/** A view as it opens from the menu. */
export const routeTo = (view: View): Route => ({ view, item: null, query: '', sort: 'newest', only: '' });

/** Reads `#/people/UUID?q=words&sort=name&only=note`. Anything unknown is the list of people, newest first. Never throws. */
export function parseRoute(hash: string): Route {
  const [encoded = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  let path = '';
  try {
    path = decodeURIComponent(encoded);
  } catch {
    // A broken escape: the list of people.
  }
  const [view = '', name = ''] = path.split('/');
  const asked = new URLSearchParams(search);
  return {
    view: VIEWS.find((known) => known === view) ?? 'people',
    item: name === '' ? null : name,
    query: asked.get('q') ?? '',
    sort: SORTS.find((known) => known === asked.get('sort')) ?? 'newest',
    only: asked.get('only') ?? '',
  };
}

/** The hash of a route; `parseRoute` reads it back. What is as usual is left out. */
export function formatRoute({ view, item, query, sort, only }: Route): string {
  const asked = new URLSearchParams();
  if (query !== '') asked.set('q', query);
  if (sort !== 'newest') asked.set('sort', sort);
  if (only !== '') asked.set('only', only);
  const search = asked.size > 0 ? `?${asked}` : '';
  return `#/${view}${item === null ? '' : `/${encodeURIComponent(item)}`}${search}`;
}

/** The views of the library in the order of the menu. */
export const VIEWS = ['people', 'notes', 'hidden', 'rules', 'threads', 'sites', 'data', 'settings', 'about'] as const;
export type View = (typeof VIEWS)[number];

/** Where in the library: a view, one item of it (a uuid, `new`), and what is searched for. */
export interface Route {
  readonly view: View;
  readonly item: string | null;
  readonly query: string;
}

/** Reads `#/people/UUID?q=words`. Anything unknown is the list of people. Never throws. */
export function parseRoute(hash: string): Route {
  const [encoded = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  let path = '';
  try {
    path = decodeURIComponent(encoded);
  } catch {
    // A broken escape: the list of people.
  }
  const [view = '', name = ''] = path.split('/');
  return {
    view: VIEWS.find((known) => known === view) ?? 'people',
    item: name === '' ? null : name,
    query: new URLSearchParams(search).get('q') ?? '',
  };
}

/** The hash of a route; `parseRoute` reads it back. */
export function formatRoute({ view, item, query }: Route): string {
  const search = query === '' ? '' : `?${new URLSearchParams({ q: query })}`;
  return `#/${view}${item === null ? '' : `/${encodeURIComponent(item)}`}${search}`;
}

import { attributeOf } from './safe-dom';
import type { Layout } from './thread/layout';

/** Where a name leads: the address that the element, what is around it or in it links to; null for none. */
export function linkOf(layout: Layout, i: number, base: string): string | null {
  const { page } = layout;
  let holder = -1;
  for (let j = i, steps = 0; j >= 0 && steps < 3; j = page.parent[j]!, steps++) if (page.tags[j] === 'A') holder = j;
  if (holder < 0) for (let j = i + 1; j < page.end[i]!; j++) if (page.tags[j] === 'A') holder = holder < 0 ? j : holder;
  if (holder < 0) return null;
  const href = attributeOf(page.elements[holder]!, 'href');
  if (!href || /^(?:#|javascript:|mailto:)/i.test(href.trim())) return null;
  try {
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

const USER_ID = ['data-user-id', 'data-userid', 'data-uid', 'data-author-id', 'data-user', 'data-author'];

/** The site's own id of a writer, from the element or from the link's address; null for none. */
export function idOf(layout: Layout, i: number, url: string): string | null {
  const element = layout.page.elements[i]!;
  for (const name of USER_ID) {
    const value = attributeOf(element, name);
    if (value) return value;
  }
  const query = /[?&;](?:u|uid|user|userid|user_id|showuser|id|mid|member)=([\w.-]+)/i.exec(url);
  if (query) return query[1]!;
  const path =
    /\/(?:u|user|users|member|members|profile|profiles|people|author|space|home|id|channel)\/(?:[\w%-]*?[.-])?(\w[\w%.~-]*)\/?(?:$|[?#])/i.exec(
      url,
    );
  if (path) return path[1]!;
  const at = /\/[@~]([\w.-]+)\/?$/.exec(url) ?? /space-uid-(\d+)/.exec(url) ?? /\.(\d+)\/?$/.exec(url);
  return at ? at[1]! : null;
}

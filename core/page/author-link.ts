import { attributeOf } from './safe-dom';
import { showsAny } from './shows-attribute';
import type { Layout } from './thread/layout';

/** Where a name leads and whose it is; null where nothing tells. */
export interface AuthorLink {
  readonly url: string | null;
  /** The site's own id of the writer, from the element or from the link's address. */
  readonly id: string | null;
}

const NOWHERE: AuthorLink = { url: null, id: null };

/** Reads the link of the element that shows a name: it, what is around it or in it. An address is taken apart once, since people write more than one comment. */
export function linkReader(layout: Layout, base: string): (i: number) => AuthorLink {
  const { page } = layout;
  const known = new Map<string, AuthorLink>();
  const marked = showsAny(page, USER_ID.map((name) => `[${name}]`).join());
  return (i) => {
    const holder = holderOf(page, i);
    const href = holder < 0 ? null : attributeOf(page.elements[holder]!, 'href');
    if (!href) return NOWHERE;
    let link = known.get(href);
    if (!link) {
      const url = addressOf(href, base);
      link = url === null ? NOWHERE : { url, id: idIn(url) };
      known.set(href, link);
    }
    if (marked && link.url !== null) {
      const element = page.elements[i]!;
      for (const name of USER_ID) {
        const id = attributeOf(element, name);
        if (id) return { url: link.url, id };
      }
    }
    return link;
  };
}

/** The link around an element, the farthest of three steps, else the first in it; -1 for none. */
function holderOf({ tags, parent, end }: Layout['page'], i: number): number {
  let holder = -1;
  for (let j = i, steps = 0; j >= 0 && steps < 3; j = parent[j]!, steps++) if (tags[j] === 'A') holder = j;
  for (let j = i + 1; holder < 0 && j < end[i]!; j++) if (tags[j] === 'A') holder = j;
  return holder;
}

function addressOf(href: string, base: string): string | null {
  if (/^(?:#|javascript:|mailto:)/i.test(href.trim())) return null;
  try {
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

const USER_ID = ['data-user-id', 'data-userid', 'data-uid', 'data-author-id', 'data-user', 'data-author'];

/** The id of a writer in an address, null for none. */
function idIn(url: string): string | null {
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

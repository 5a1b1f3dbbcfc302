import { attributeOf } from './safe-dom';
import type { Steps } from './steps';
import type { Layout } from './thread/layout';

const DATA = [
  'data-comment-id',
  'data-commentid',
  'data-post-id',
  'data-postid',
  'data-reply-id',
  'data-message-id',
  'data-id',
  'data-content',
  'data-fullname',
  'data-pid',
  'data-rpid',
  'data-cid',
];
const HREF =
  /(?:#|[?&/])(?:(?:comment|post|reply|msg|message|answer|p|c|pid|cid|floor|entry|kommentar|beitrag|cmt|r|a|note|div-comment)s?[-_=/:]?)?([a-z]{0,3}\d{2,})(?:$|[&#?])/i;

/** Share of the closely read records that must have an id somewhere for all to be asked for it. */
const RARE = 0.5;

/** Reads the site's own id of each record: from its root, else from an anchor, a data attribute or a permalink in it. Only ids that differ from record to record count. */
export function* readIds(layout: Layout): Steps<(string | null)[]> {
  const { page, spans } = layout;
  const sources: ((k: number) => string | null)[] = [
    (k) => numberIn(attributeOf(page.elements[spans[k]!.start]!, 'id')),
    ...DATA.map((name) => (k: number) => attributeIn(layout, k, name)),
    (k) => firstOf(layout, k, (i) => (page.tags[i] === 'A' ? numberIn(attributeOf(page.elements[i]!, 'name')) : null)),
    (k) => firstOf(layout, k, (i) => numberIn(attributeOf(page.elements[i]!, 'id'))),
    (k) =>
      firstOf(layout, k, (i) => (page.tags[i] === 'A' ? (HREF.exec(attributeOf(page.elements[i]!, 'href') ?? '')?.[1] ?? null) : null)),
  ];
  const sampled = spans.flatMap((_, k) => (layout.close[k] ? [k] : []));
  for (const source of sources) {
    // What hardly any of the closely read records has, most of them do not have.
    if (sampled.length < spans.length && sampled.filter((k) => source(k) !== null).length < RARE * sampled.length) continue;
    const found: (string | null)[] = [];
    for (let k = 0; k < spans.length; k++) {
      if (layout.turns[k]) yield;
      found.push(source(k));
    }
    const present = found.filter((id): id is string => id !== null);
    if (present.length >= Math.max(1, spans.length * 0.8) && new Set(present).size === present.length) return found;
  }
  return spans.map(() => null);
}

/** The number of an id ("post-123" → "123"), or the whole of one that holds a long mixed token. */
function numberIn(id: string | null): string | null {
  if (!id) return null;
  const match = /(\d+)\D{0,3}$/.exec(id);
  if (match) return match[1]!;
  return /\d/.test(id) && id.length >= 6 ? id.replace(/^(?:comment|post|c)[-_]/i, '') : null;
}

function attributeIn(layout: Layout, k: number, name: string): string | null {
  return firstOf(layout, k, (i) => {
    const value = attributeOf(layout.page.elements[i]!, name);
    if (!value || value.length > 64 || !/\d/.test(value)) return null;
    return numberIn(value) ?? value;
  });
}

function firstOf(layout: Layout, k: number, read: (i: number) => string | null): string | null {
  for (const i of layout.elements[k]!) {
    const value = read(i);
    if (value !== null) return value;
  }
  return null;
}

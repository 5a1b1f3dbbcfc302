import type { Comment, Thread } from './thread';

/** A comment as it is kept for trying rules on it: what rules look at, and nothing else. */
export interface KeptComment {
  readonly key: string;
  readonly name: string;
  readonly id: string | null;
  readonly text: string;
  readonly date: string | null;
  readonly floor: string | null;
  readonly depth: number;
  readonly parentKey: string | null;
  readonly score: number | null;
  readonly op: boolean;
}

/** A thread that was read lately, cut short. */
export interface KeptThread {
  readonly key: string;
  readonly site: string;
  readonly url: string;
  readonly title: string;
  readonly reader: string | null;
  /** Of all comments that have one, MOST_DATES at most: when people wrote. */
  readonly dates: readonly string[];
  readonly comments: readonly KeptComment[];
}

/** Comments kept of a thread: what a person sees of it on two or three screens and then some. */
export const MOST_COMMENTS = 200;
export const MOST_DATES = 2000;
/** UTF-16 units kept of a comment: nearly all are shorter. */
export const MOST_TEXT = 1000;

/** The beginning of a text, never half a character. */
const cut = (text: string, most: number): string => (text.length > most ? text.slice(0, most).replace(/[\ud800-\udbff]$/, '') : text);

/** What is kept of a thread: its first comments, each cut short. */
export const keepOf = ({ key, site, title, reader, comments }: Thread, url: string): KeptThread => ({
  key,
  site,
  url,
  title: cut(title, 1000),
  reader,
  dates: comments.flatMap(({ date }) => date ?? []).slice(0, MOST_DATES),
  comments: comments.slice(0, MOST_COMMENTS).map(({ key, author, text, date, floor, depth, parentKey, score, op }) => ({
    key,
    name: cut(author.name, 256),
    id: author.id,
    text: cut(text, MOST_TEXT),
    date,
    floor,
    depth,
    parentKey,
    score,
    op,
  })),
});

/** A kept thread as rules take threads. */
export const threadOf = ({ key, site, url, title, reader, comments }: KeptThread): Thread => ({
  key,
  site,
  url,
  title,
  reader,
  declared: null,
  adapter: null,
  comments: comments.map(
    ({ name, id, ...comment }): Comment => ({ ...comment, id: null, author: { name, id, url: null }, dateText: null, quotes: [] }),
  ),
});

import type { Comment } from '../../core/model/thread';

/** A comment of which nothing is known but who said what; `more` says the rest. */
export const commentOf = (key: string, name: string, text: string, more: Partial<Comment> = {}): Comment => ({
  key,
  id: null,
  author: { name, id: null, url: null },
  text,
  date: null,
  dateText: null,
  floor: null,
  depth: 0,
  parentKey: null,
  score: null,
  quotes: [],
  op: false,
  ...more,
});

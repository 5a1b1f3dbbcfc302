import type { Adapter } from '../model/adapter';

/** Hatena Bookmark. The popular tab repeats what the recent one holds. */
export const hatena: Adapter = {
  name: 'hatena',
  hosts: ['b.hatena.ne.jp'],
  confidence: 'high',
  root: '.entry-comment-contents',
  best: '.js-bookmarks-popular',
  author: '.entry-comment-username a',
  authorId: '.entry-comment-username a @href /^\\/([^/]+)/',
  date: '.entry-comment-timestamp',
  body: '.entry-comment-text',
  score: '.entry-comment-star-count',
};

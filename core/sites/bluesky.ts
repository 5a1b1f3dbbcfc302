import type { Adapter } from '../model/adapter';

/** Bluesky. */
export const bluesky: Adapter = {
  name: 'bluesky',
  hosts: ['bsky.app'],
  confidence: 'high',
  root: '[data-testid^="postThreadItem-by-"]',
  id: 'a[href*="/post/"] @href /post\\/(\\w+)/',
  author: ':scope @data-testid /by-(.+)/',
  authorId: ':scope @data-testid /by-(.+)/',
  date: 'a[href*="/post/"][aria-label] @aria-label',
  body: 'div[data-word-wrap="1"]',
};

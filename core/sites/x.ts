import type { Adapter } from '../model/adapter';

/** X. */
export const x: Adapter = {
  name: 'x',
  hosts: ['x.com', 'twitter.com'],
  confidence: 'high',
  root: 'article[data-testid="tweet"]',
  id: 'a[href*="/status/"]:has(time) @href /status\\/(\\d+)/',
  author: '[data-testid="User-Name"] a',
  authorId: '[data-testid="User-Name"] a @href /^\\/([^/]+)/',
  date: 'time @datetime',
  body: '[data-testid="tweetText"]',
  score: '[data-testid="like"], [data-testid="unlike"]',
};

import type { Adapter } from '../model/adapter';

/** NodeBB. */
export const nodebb: Adapter = {
  name: 'nodebb',
  detect: ['.page-topic', '.posts-list'],
  confidence: 'high',
  root: '[component="topic"] [component="post"][data-pid]',
  id: ':scope @data-pid',
  author: ['[component="post/header"] a[data-uid], a[data-uid]:not(:has(img))', ':scope @data-username'],
  authorId: ':scope @data-uid',
  date: ['.timeago @title', '.timeago @datetime', ':scope @data-timestamp'],
  body: '[component="post/content"]',
  quote: 'blockquote',
  drop: '[component="post/signature"]',
  floor: ['.post-index /#?(\\d+)/', ':scope @data-index'],
  score: ['[component="post/vote-count"] @data-votes', '[component="post/vote-count"]'],
  parent: '[component="post/parent"] @data-topid',
};

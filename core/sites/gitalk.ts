import type { Adapter } from '../model/adapter';

/** Gitalk. */
export const gitalk: Adapter = {
  name: 'gitalk',
  detect: ['.gt-container'],
  confidence: 'high',
  root: '.gt-comment:has(.gt-comment-username)',
  author: '.gt-comment-username',
  date: '.gt-comment-date',
  body: '.gt-comment-body',
  quote: '.email-quoted-reply, blockquote',
  op: ':scope.gt-comment-admin =1',
  declared: '.gt-counts a /(\\d+)/',
};

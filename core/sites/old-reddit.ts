import type { Adapter } from '../model/adapter';

/** Reddit as it was, still at old.reddit.com. */
export const oldReddit: Adapter = {
  name: 'old-reddit',
  hosts: ['old.reddit.com'],
  detect: ['.commentarea'],
  confidence: 'high',
  root: '.thing.comment[data-fullname]',
  id: ':scope @data-fullname',
  author: ['.entry .tagline .author', ':scope @data-author'],
  authorId: ':scope @data-author-fullname',
  date: '.entry .tagline time @datetime',
  body: '.entry .usertext-body .md',
  quote: '.md > blockquote',
  score: ['.entry .score.unvoted @title', '.entry .score.unvoted'],
  op: '.entry .author.submitter',
  declared: '.linkinfo .comments, a.comments /(\\d[\\d,]*) comment/',
  reader: '#header-bottom-right .user a[href*="/user/"]',
};

import type { Adapter } from '../model/adapter';

/** bbPress: a header beside each post. */
export const bbpress: Adapter = {
  name: 'bbpress',
  detect: ['.bbp-replies', '.bbp-body'],
  confidence: 'high',
  root: '.bbp-body > div.hentry, .bbp-body > div[class*="post-"]:has(> .bbp-reply-content), .bbp-threaded-replies > li > div.hentry, .bbp-body > ul > li > div.hentry',
  wrap: 'ul.bbp-threaded-replies > li',
  id: ':scope @class /post-(\\d+)/',
  author: ['.bbp-author-name', '.bbp-reply-author a'],
  authorId: '.bbp-author-name, .bbp-author-link @href /users\\/([^/]+)/',
  date: '- .bbp-reply-post-date, .bbp-topic-post-date',
  body: '.bbp-reply-content, .bbp-topic-content',
  quote: 'blockquote',
  drop: '.d4p-bbp-signature, .bbp-reply-revision-log',
};

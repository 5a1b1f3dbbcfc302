import type { Adapter } from '../model/adapter';

/** Twikoo. */
export const twikoo: Adapter = {
  name: 'twikoo',
  detect: ['.tk-comments', '.tk-comment'],
  confidence: 'high',
  root: '.tk-comment[id]',
  id: ':scope @id',
  author: '.tk-nick',
  date: ['.tk-time time @datetime', '.tk-time'],
  body: '.tk-content',
  quote: 'blockquote',
  drop: '.tk-ruser-box',
  parent: 'a.tk-ruser @href /#(.+)/',
  replyTo: '.tk-ruser /@?(.+)/',
  op: '.tk-tag-green, .tk-master',
  declared: '.tk-comments-count /(\\d+)/',
};

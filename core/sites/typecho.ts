import type { Adapter } from '../model/adapter';

/** Typecho. */
export const typecho: Adapter = {
  name: 'typecho',
  detect: ['=typecho', '.comment-body', '.comment-list'],
  confidence: 'high',
  root: 'li.comment-body[id^="comment-"]',
  id: ':scope @id /comment-(\\d+)/',
  author: '.comment-author .fn',
  date: ['.comment-meta time @datetime', '.comment-meta'],
  body: '.comment-content',
  quote: 'blockquote',
  op: ':scope.comment-by-author =1',
};

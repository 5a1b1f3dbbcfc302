import type { Adapter } from '../model/adapter';

/** Lobsters. */
export const lobsters: Adapter = {
  name: 'lobsters',
  hosts: ['lobste.rs'],
  confidence: 'high',
  root: '.comment[data-shortid]',
  wrap: 'li.comments_subtree',
  id: ':scope @data-shortid',
  author: ['.byline a.u-author', '.byline a[href^="/~"]:not(:has(img))', '.byline a[href^="/u/"]:not(:has(img))'],
  authorId: '.byline a[href^="/~"], .byline a[href^="/u/"] @href /^\\/(?:~|u\\/)(.+)/',
  date: ['.byline time @datetime', '.byline time @title', '.byline span[title] @title'],
  body: '.comment_text',
  quote: 'blockquote',
  score: ['.upvoter', '.score'],
  op: '.user_is_author',
};

import type { Adapter } from '../model/adapter';

/** Mbin and kbin. */
export const mbin: Adapter = {
  name: 'mbin',
  detect: ['#entry-comment-*', '.entry-comment', '#post-comment-*'],
  confidence: 'high',
  root: 'blockquote.entry-comment[id], blockquote.post-comment[id]',
  id: ':scope @id /comment-(\\d+)/',
  author: 'header a.user-inline',
  authorId: 'header a.user-inline @href /\\/u\\/(.+)/',
  date: 'header time @datetime',
  body: '.content',
  quote: '.content blockquote',
  score: '.vote__up span',
  depth: ':scope @class /comment-level--(\\d+)/',
  parent: ':scope @data-subject-parent-value',
};

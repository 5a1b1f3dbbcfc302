import type { Adapter } from '../model/adapter';

/** Tildes. */
export const tildes: Adapter = {
  name: 'tildes',
  hosts: ['tildes.net'],
  confidence: 'medium',
  root: 'article.comment[id^="comment-"]',
  wrap: 'li.comment-tree-item',
  id: ':scope @id /comment-(.+)/',
  author: '.link-user',
  authorId: '.link-user @href /user\\/(.+)/',
  date: 'header time @datetime',
  body: '.comment-text',
  quote: 'blockquote',
  score: '.comment-votes, .btn-post-action[name="vote"] /(\\d+)/',
  op: ':scope.is-comment-by-op =1',
};

import type { Adapter } from '../model/adapter';

/** Clien. */
export const clien: Adapter = {
  name: 'clien',
  hosts: ['clien.net'],
  confidence: 'high',
  root: '.comment_row[data-role="comment-row"]:not(.blocked)',
  id: ':scope @data-comment-sn',
  author: ['.nickname img @alt', '.nickname'],
  authorId: ':scope @data-author-id',
  date: ['.timestamp', '.comment_time'],
  body: '.comment_view',
  score: '.comment_symph /(\\d+)/',
  depth: [':scope.re =1', ':scope =0'],
  replyTo: '.comment_view .reply-to /@?(.+)/',
};

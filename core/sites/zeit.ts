import type { Adapter } from '../model/adapter';

/** Die Zeit. */
export const zeit: Adapter = {
  name: 'zeit',
  hosts: ['zeit.de'],
  confidence: 'medium',
  root: 'article.comment[id^="cid-"]',
  id: ':scope @id /cid-(\\d+)/',
  author: ['.comment-meta__name', '.comment__name'],
  date: ['.comment-meta__date /[—–-]\\s*(.+)$/', '.comment__date'],
  body: '.comment__body',
  floor: '.comment-meta__date /#([\\d.]+)/',
  depth: [':scope.comment--indented =1', ':scope =0'],
  score: '.js-comment-recommendations',
};

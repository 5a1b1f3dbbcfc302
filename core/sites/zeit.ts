import type { Adapter } from '../model/adapter';

/** Die Zeit. */
export const zeit: Adapter = {
  name: 'zeit',
  hosts: ['zeit.de'],
  confidence: 'medium',
  root: 'article.comment[id^="cid-"]',
  id: ':scope @id /cid-(\\d+)/',
  author: ['.comment-meta__name', '.comment__name'],
  date: ['.comment-meta__date /— (.+)$/', '.comment-meta__date', '.comment__date'],
  body: '.comment__body',
  floor: '.comment-meta__date /#([\\d.]+)/',
};

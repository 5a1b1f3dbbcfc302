import type { Adapter } from '../model/adapter';

/** Habr. */
export const habr: Adapter = {
  name: 'habr',
  hosts: ['habr.com'],
  confidence: 'high',
  root: 'article.tm-comment-thread__comment',
  wrap: 'section.tm-comment-thread',
  id: ['a.tm-comment-thread__target @name /comment_(\\d+)/', '[data-comment-body] @data-comment-body'],
  author: '.tm-user-info__username',
  authorId: '.tm-user-info__username @href /users\\/([^/]+)/',
  date: 'time @datetime',
  body: '.tm-comment__body-content',
  quote: 'blockquote',
  score: '.tm-votes-meter__value, .tm-votes-lever__score',
  declared: '.tm-comments-wrapper__comments-count, .tm-comments__comments-count',
};

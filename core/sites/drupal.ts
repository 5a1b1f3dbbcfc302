import type { Adapter } from '../model/adapter';

/** Drupal. Themes differ: the field names stay. */
export const drupal: Adapter = {
  name: 'drupal',
  detect: ['.js-comment', '.field-name-comment-body', '.field--name-comment-body', '#comment-*', '=drupal'],
  confidence: 'medium',
  root: [
    'article[data-comment-user-id], .comment:has(.field--name-comment-body, .field-name-comment-body)',
    '#comments .comment:has(.submitted)',
  ],
  id: ['a[id^="comment-"] @id /comment-(\\d+)/', ':scope @id /comment-(\\d+)/', '- a[id^="comment-"] @id /comment-(\\d+)/'],
  author: ['.username', '.comment-author', '.submitted /(?:by|von|par|por)\\s+(.+?)(?:\\s+(?:on|am|le|el)\\s|\\s+[-–—]|$)/'],
  authorId: [':scope @data-comment-user-id'],
  date: ['.submitted time @datetime', 'time @datetime', '.comment-time', '.submitted'],
  body: ['.field--name-comment-body', '.field-name-comment-body', '.comment-body', '.content'],
  quote: 'blockquote',
  drop: '.links, .submitted, .signature',
  depth: ['^.indented =1', ':scope =0'],
};

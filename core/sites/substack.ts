import type { Adapter } from '../model/adapter';

/** Substack. */
export const substack: Adapter = {
  name: 'substack',
  hosts: ['substack.com'],
  detect: ['.comments-page'],
  confidence: 'medium',
  root: '.comment:has(.comment-body):has(.comment-meta)',
  wrap: '.comment',
  id: ['.comment-anchor[id] @id /comment-(\\d+)/', 'a[href*="/comment/"] @href /comment\\/(\\d+)/'],
  author: ['.comment-meta a:not([href*="/comment/"])', '[role="article"] @aria-label /Comment by (.+)/'],
  authorId: '.comment-meta a[href*="substack.com/profile/"] @href /profile\\/(\\d+)/',
  date: ['a[href*="/comment/"] @title', 'a[href*="/comment/"]'],
  body: '.comment-body',
  score: '.like-button-container, .comment-actions .label',
};

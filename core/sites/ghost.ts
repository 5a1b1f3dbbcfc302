import type { Adapter } from '../model/adapter';

/** Comments of Ghost, in a frame of the page's own origin. */
export const ghost: Adapter = {
  name: 'ghost',
  detect: ['#ghost-comments-root', '.ghost-comments'],
  confidence: 'medium',
  root: '[data-testid="comment-component"]',
  id: ':scope @id',
  author: '[data-testid="member-name"]',
  authorId: ':scope @data-member-uuid',
  date: ['time @datetime', '[data-testid="commented-at"] @title', '[data-testid="commented-at"], time'],
  body: '[data-testid="comment-content"]',
  quote: 'blockquote',
  score: '[data-testid="like-button"]',
};

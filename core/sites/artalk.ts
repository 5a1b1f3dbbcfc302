import type { Adapter } from '../model/adapter';

/** Artalk. */
export const artalk: Adapter = {
  name: 'artalk',
  detect: ['.atk-list-comments-wrap', '.atk-comment-wrap', '.artalk'],
  confidence: 'high',
  root: '.atk-comment-wrap',
  id: [':scope @data-atk-comment-id', ':scope @id /(\\d+)/', '.atk-comment @id /(\\d+)/'],
  author: ['.atk-header .atk-nick', '.atk-nick'],
  date: ['.atk-date @data-atk-comment-date', '.atk-date @title', '.atk-date'],
  body: '.atk-content',
  quote: '.atk-reply-to, blockquote',
  drop: '.atk-reply-at',
  score: '.atk-comment-vote /(\\d+)/',
  declared: '.atk-comment-count-num',
};

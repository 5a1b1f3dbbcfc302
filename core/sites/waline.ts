import type { Adapter } from '../model/adapter';

/** Waline. Replies stand in .wl-quote of their parent. */
export const waline: Adapter = {
  name: 'waline',
  detect: ['.wl-cards', '.wl-card-item'],
  confidence: 'high',
  root: '.wl-card-item[id]',
  id: ':scope @id',
  author: '.wl-head .wl-nick',
  date: ['.wl-time @title', '.wl-time'],
  body: '.wl-content',
  quote: 'blockquote',
  drop: '.wl-reply-to, .wl-edit-panel',
  score: '.wl-like',
  parent: '.wl-reply-to a[href^="#"] @href /#(.+)/',
  declared: '.wl-count .wl-num, .wl-num',
};

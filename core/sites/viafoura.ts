import type { Adapter } from '../model/adapter';

/** Viafoura. */
export const viafoura: Adapter = {
  name: 'viafoura',
  detect: ['.vf3-comment', '.viafoura', 'vf-conversations'],
  confidence: 'medium',
  root: 'article.vf3-comment',
  id: ':scope @id /([0-9a-f-]{8,})/',
  author: [':scope @aria-label /Comment by (.+?)\\.?$/'],
  date: ['time @datetime', '.vf3-comment__date, time'],
  body: '.vf3-comment-content, .comment-body',
};

import type { Adapter } from '../model/adapter';

/** inSided and Gainsight communities. */
export const insided: Adapter = {
  name: 'insided',
  detect: ['.qa-topic-post-box', '.qa-topic-post-content'],
  confidence: 'medium',
  root: '.qa-topic-post-box',
  id: ':scope @id /(\\d+)/',
  author: '.qa-username',
  date: ['time @datetime', 'time'],
  body: '.qa-topic-post-content',
  quote: 'blockquote',
  drop: '.signature',
};

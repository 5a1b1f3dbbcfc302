import type { Adapter } from '../model/adapter';

/** wpDiscuz over WordPress. */
export const wpdiscuz: Adapter = {
  name: 'wpdiscuz',
  detect: ['.wpd-comment', '.wc-comment', '#wpd-comm-*'],
  confidence: 'high',
  root: ['.wpd-comment', 'div.wc-comment'],
  id: ['[id^="wpd-comm-"] @id /wpd-comm-(\\d+)/', ':scope @id /comm-(\\d+)/', '[id^="comment-"] @id /comment-(\\d+)/'],
  author: '.wpd-comment-author, .wc-comment-author',
  date: ['.wpd-comment-date @title', '.wpd-comment-date', '.wc-comment-date'],
  body: '.wpd-comment-text, .wc-comment-text',
  quote: 'blockquote',
  drop: '.wpd-comment-last-edited',
  score: '.wpd-vote-result, .wc-vote-result',
  declared: '.wpdtc, .wpd-thread-info /(\\d+)/',
};

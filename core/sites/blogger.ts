import type { Adapter } from '../model/adapter';

/** Blogger's threaded comments. */
export const blogger: Adapter = {
  name: 'blogger',
  detect: ['#c*', '.comment-thread', '.comment-header'],
  confidence: 'high',
  root: '#comments li.comment[id^="c"]',
  id: ':scope @id /c(\\d+)/',
  author: '.comment-header .user, .user',
  date: '.comment-header .datetime, .datetime',
  body: '.comment-content',
  declared: '#comments > h4 /(\\d+)/',
};

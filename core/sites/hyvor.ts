import type { Adapter } from '../model/adapter';

/** Hyvor Talk. Its element hides a shadow root whose content no source documents. */
export const hyvor: Adapter = {
  name: 'hyvor',
  detect: ['hyvor-talk-comments'],
  confidence: 'low',
  root: 'hyvor-talk-comments >>> .comment, .comment-view, [id^="ht-comment-"]',
  id: ':scope @id /comment-(\\d+)/',
  author: '.name, .user-name, .username',
  date: ['time @datetime', 'time, .date, .time'],
  body: '.comment-body, .body, .content',
};

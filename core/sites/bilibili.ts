import type { Adapter } from '../model/adapter';

/** Comments at Bilibili: custom elements, three to five open shadow roots deep. */
export const bilibili: Adapter = {
  name: 'bilibili',
  hosts: ['bilibili.com'],
  confidence: 'high',
  root: 'bili-comments >>> bili-comment-renderer, bili-comment-reply-renderer',
  wrap: 'bili-comment-thread-renderer',
  author: ':scope >>> #user-name a, #user-name',
  authorId: [':scope >>> #user-name @data-user-profile-id', ':scope >>> #user-name a @href /space\\.bilibili\\.com\\/(\\d+)/'],
  date: ':scope >>> #pubdate',
  body: ':scope >>> #contents /^(?:回复\\s*@.+?\\s*[:：])?\\s*([^]*)/',
  score: ':scope >>> #like #count',
  replyTo: ':scope >>> #contents /^回复\\s*@(.+?)\\s*[:：]/',
  op: ':scope >>> #up-tag',
};

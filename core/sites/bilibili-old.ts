import type { Adapter } from '../model/adapter';

/** Comments at Bilibili before custom elements, still in some areas. */
export const bilibiliOld: Adapter = {
  name: 'bilibili-old',
  hosts: ['bilibili.com'],
  confidence: 'high',
  root: ['.root-reply-container, .sub-reply-item', '.list-item.reply-wrap, .reply-box .reply-item'],
  wrap: '.reply-item:has(> .root-reply-container), .list-item.reply-wrap',
  id: [':scope @data-id', '.user-name @data-root-reply-id'],
  author: ['.user-name', '.sub-user-name', '.user .name'],
  authorId: ['.user-name @data-user-id', '.sub-user-name @data-user-id', '.user .name @data-usercard-mid'],
  date: ['.reply-time', '.sub-reply-time', '.info .time-location', '.info .time'],
  body: ['.reply-content /^(?:回复\\s*@\\S+\\s*[:：])?\\s*([^]*)/', 'p.text', '.text-con', '.text'],
  score: ['.reply-like span', '.sub-reply-like span', '.like span'],
  replyTo: '.reply-content, .text-con /^回复\\s*@(.+?)\\s*[:：]/',
};

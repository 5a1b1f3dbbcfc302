import type { Adapter } from '../model/adapter';

/** Arca.live. */
export const arca: Adapter = {
  name: 'arca',
  hosts: ['arca.live'],
  confidence: 'medium',
  root: '.comment-item[id^="c_"]',
  wrap: '.comment-wrapper',
  id: ':scope @id /c_(\\d+)/',
  author: '.user-info [data-filter], .user-info a, .user-info',
  date: ['time @datetime', 'time'],
  body: '.message .text, .message',
};

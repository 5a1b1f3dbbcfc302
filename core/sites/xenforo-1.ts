import type { Adapter } from '../model/adapter';

/** XenForo 1. */
export const xenforo1: Adapter = {
  name: 'xenforo-1',
  detect: ['#XenForo', '.messageList'],
  confidence: 'high',
  root: 'ol.messageList > li.message[id^="post-"]',
  id: ':scope @id /post-(\\d+)/',
  author: ['.userText .username', ':scope @data-author'],
  authorId: '.userText a.username @href /\\.(\\d+)\\//',
  date: [
    '.messageMeta .DateTime @data-time',
    '.messageMeta .DateTime @data-datestring',
    '.messageMeta .DateTime @title',
    '.messageMeta .DateTime',
  ],
  body: '.messageText',
  quote: '.bbCodeQuote',
  drop: '.signature, .editDate, .messageTextEndMarker',
  floor: '.postNumber /#([\\d,]+)/',
  parent: '.bbCodeQuote .attribution a[href*="#post-"] @href /#post-(\\d+)/',
};

import type { Adapter } from '../model/adapter';

/** OpenWeb (Spot.IM) in an open shadow root or in the page. data-spot-im-class stays. */
export const openweb: Adapter = {
  name: 'openweb',
  detect: ['.spcv_conversation', '.spcv_message-container', '#conversation', '.sppre_conversation'],
  confidence: 'high',
  root: [
    '[data-message-id]:has([data-spot-im-class="message-text"])',
    '[data-spotim-module="conversation"] >>> [data-message-id]',
    '.spcv_message-container',
  ],
  id: [':scope @data-message-id', '[data-message-id] @data-message-id'],
  author: '[data-spot-im-class="message-username"]',
  date: [
    '[data-spot-im-class="message-timestamp"] @title',
    '[data-spot-im-class="message-timestamp"] time @datetime',
    '[data-spot-im-class="message-timestamp"]',
  ],
  body: '[data-spot-im-class="message-text"]',
  score: '[data-spot-im-class*="vote-up"], [data-spot-im-class*="likes"]',
  wrap: 'li:has([data-message-id])',
  declared: '[data-spot-im-class="comments-count"]',
};

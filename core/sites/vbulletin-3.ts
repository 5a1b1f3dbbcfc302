import type { Adapter } from '../model/adapter';

/** vBulletin 3. */
export const vbulletin3: Adapter = {
  name: 'vbulletin-3',
  detect: ['#post*', '#edit*', '=vbulletin'],
  confidence: 'high',
  root: 'table[id^="post"]:has([id^="post_message_"])',
  id: ':scope @id /post(\\d+)/',
  author: ['a.bigusername', '[id^="postmenu_"] a', '[id^="postmenu_"]'],
  authorId: 'a.bigusername @href /[?&]u=(\\d+)|\\/members\\/(?:.*-)?(\\d+)/',
  date: ['td.thead:first-child /\\d.*\\d/', 'td.thead'],
  body: '[id^="post_message_"]',
  quote: '[id^="post_message_"] > div:has(> .smallfont + table)',
  drop: '.signature, [id^="post_message_"] > div > .smallfont > em',
  floor: '[id^="postcount"] /([\\d,]+)/',
};

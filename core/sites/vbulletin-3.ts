import type { Adapter } from '../model/adapter';

/** vBulletin 3. */
export const vbulletin3: Adapter = {
  name: 'vbulletin-3',
  detect: ['#post*', '#edit*', '=vbulletin'],
  confidence: 'high',
  root: [
    'table[id^="post"]:has([id^="post_message_"])',
    '[id^="post"]:not(#posts, [id^="post_"], [id^="postmenu_"]):has([id^="post_message_"])',
  ],
  id: ':scope @id /post(\\d+)/',
  author: ['a.bigusername', '[id^="postmenu_"] a', '[id^="postmenu_"]'],
  authorId: 'a.bigusername @href /(?:[?&]u=|\\/members\\/(?:.*-)?)(\\d+)/',
  date: ['[itemprop="dateCreated"]', '.thead .tcell:first-child, td.thead:first-child /\\S.*\\d.*/', 'td.thead'],
  body: '[id^="post_message_"]',
  quote: '[id^="post_message_"] > div:has(> .smallfont:first-child, > div:first-child > label)',
  drop: '.signature, [id^="post_message_"] > div > .smallfont > em',
  floor: '[id^="postcount"] /([\\d,]+)/',
};

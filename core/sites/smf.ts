import type { Adapter } from '../model/adapter';

/** Simple Machines Forum 2. */
export const smf: Adapter = {
  name: 'smf',
  detect: ['.post_wrapper', '#forumposts'],
  confidence: 'high',
  root: ['div[id^="msg"]:has(> .post_wrapper)', '#forumposts .post_wrapper'],
  id: [':scope @id /msg(\\d+)/', '.inner[id^="msg_"] @id /(\\d+)/', '.inner @data-msgid'],
  author: ['.poster h4 a:not(:has(img, .main_icons))', '.poster h4'],
  authorId: '.poster h4 a[href*="u="] @href /[?&;]u=(\\d+)/',
  date: ['.postinfo a.smalltext', '.keyinfo .smalltext /(?:on|am|le|:)[: ]*(?:<\\/strong>)?\\s*([^«»]*\\d[^«»]*)/', '.keyinfo .smalltext'],
  body: ['.inner[id^="msg_"]', '.inner', '.post'],
  quote: 'blockquote',
  drop: '.signature, .quoteheader, .modified, .quotefooter',
  floor: ['.page_number /#(\\d+)/', '.keyinfo .smalltext /#(\\d+)/'],
  score: '.like_count /(\\d+)/',
  parent: '.quoteheader a[href*="msg"], blockquote a[href*="msg"] @href /msg=?(\\d+)/',
};

import type { Adapter } from '../model/adapter';

/** Hong Kong Discuss. */
export const discussHk: Adapter = {
  name: 'discuss-hk',
  hosts: ['discuss.com.hk'],
  confidence: 'high',
  root: 'div.mainbox.viewthread:has(table[id^="table-pid"])',
  id: 'table[id^="table-pid"] @id /pid(\\d+)/',
  author: ['.autor-name-row a.name @title', '.autor-name-row a.name', '.viewthread__post-author a'],
  authorId: '.autor-name-row a[href*="uid"] @href /uid=(\\d+)/',
  date: '.post-date /\\d{4}-\\d+-\\d+ \\d+:\\d+(?: [AP]M)?/',
  body: ['.postmessage-content', '[id^="postmessage_"]'],
  quote: 'blockquote, .quote',
  drop: '.signatures, .post-edited',
  floor: '.post-number /#(\\d+)/',
  score: '.like-number',
};

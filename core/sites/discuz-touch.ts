import type { Adapter } from '../model/adapter';

/** Discuz! X, the touch template. From the template of 2014. */
export const discuzTouch: Adapter = {
  name: 'discuz-touch',
  detect: ['.postlist', '#pid*'],
  confidence: 'medium',
  root: '.postlist > .plc[id^="pid"]',
  id: ':scope @id /pid(\\d+)/',
  author: ['.authi a.blue', '.authi a'],
  authorId: '.authi a[href*="uid="], .authi a[href*="space-uid-"] @href /uid[=-](\\d+)/',
  date: ['.authi li.rela ~own', '.authi .rela'],
  body: '.message',
  quote: '.quote, blockquote',
  drop: '.pstatus, .sign',
  floor: '.authi li em',
};

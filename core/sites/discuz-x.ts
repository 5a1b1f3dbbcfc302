import type { Adapter } from '../model/adapter';

/** Discuz! X on a desktop. Skins rename classes, the ids post_N, postmessage_N and authorpostonN stay. */
export const discuzX: Adapter = {
  name: 'discuz-x',
  detect: ['#post_*', '=discuz!'],
  confidence: 'high',
  root: ['#postlist > div[id^="post_"]:not(#post_new)', 'div[id^="post_"]:has([id^="postmessage_"])'],
  id: ':scope @id /post_(\\d+)/',
  author: ['.pls .authi a.xw1', '.pls .authi a', '.authi a.xw1', '.authi a'],
  authorId: ['.authi a[href*="uid="], .authi a[href*="space-uid-"] @href /uid[=-](\\d+)/'],
  date: ['em[id^="authorposton"] span @title', 'em[id^="authorposton"] /\\d{4}-\\d+-\\d+ \\d+:\\d+(?::\\d+)?/', 'em[id^="authorposton"]'],
  body: ['[id^="postmessage_"]', '.pcb .locked'],
  quote: '.quote',
  drop: '.pstatus, .sign, .attach_nopermission, .tip, ignore_js_op .xg1, .jammer',
  floor: 'a[id^="postnum"]',
  score: ['em[id^="review_support_"]', '#recommendv_add'],
  parent: '.quote a[href*="pid="] @href /[?&]pid=(\\d+)/',
};

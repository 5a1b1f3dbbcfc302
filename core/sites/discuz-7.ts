import type { Adapter } from '../model/adapter';

/** Discuz! 6 and 7 and Discuz!NT: tables instead of X's templates. */
export const discuz7: Adapter = {
  name: 'discuz-7',
  hosts: ['hi-pda.com', '4d4y.com', 'uwants.com'],
  detect: ['#post_*', '#postlist'],
  confidence: 'high',
  root: [
    '#postlist > div[id^="post_"]:has(.t_msgfont)',
    'table[id^="pid"]:has(.t_msgfont)',
    'form[name="modactions"] > div:has(.t_msgfont)',
  ],
  id: [':scope @id /(?:post_|pid)(\\d+)/', 'table[id^="pid"] @id /pid(\\d+)/', '[id^="postmessage_"] @id /(\\d+)/'],
  author: ['td.postauthor .postinfo a', 'td.postauthor cite a', '.postauthor a'],
  authorId: '.postauthor a[href*="uid"] @href /uid[=-](\\d+)/',
  date: ['.authorinfo em', '.postcontent .postinfo'],
  body: '.t_msgfont',
  quote: '.quote',
  drop: '.signatures, .t_signature, .posttags, .postattachlist, .pstatus',
  floor: ['.postinfo strong a em', '.postinfo strong a'],
  parent: '.quote a[href*="pid="] @href /pid=(\\d+)/',
};

import type { Adapter } from '../model/adapter';

/** V2EX. The opening post is another box and belongs to the story. */
export const v2ex: Adapter = {
  name: 'v2ex',
  hosts: ['v2ex.com', 'v2ex.co'],
  confidence: 'high',
  root: '.cell[id^="r_"]',
  id: ':scope @id /r_(\\d+)/',
  author: 'strong > a[href^="/member/"]',
  authorId: ['img.avatar @data-uid', 'strong > a[href^="/member/"] @href /member\\/(.+)/'],
  date: ['span.ago @title', 'span.ago'],
  body: '.reply_content',
  floor: 'span.no',
  score: 'span.small.fade:not(.ago) /(\\d+)/',
  replyTo: '.reply_content a[href^="/member/"]',
  op: '.badge.op',
  declared: '#Main .box > .cell .gray /(\\d+) (?:条回复|repl)/',
  reader: '#Top .top[href^="/member/"] @href /member\\/(.+)/',
};

import type { Adapter } from '../model/adapter';

/** DCinside. Dates without a year; a notice row and sticker rows stand between. */
export const dcinside: Adapter = {
  name: 'dcinside',
  hosts: ['dcinside.com'],
  confidence: 'high',
  root: 'li[id^="comment_li_"], li[id^="reply_li_"]',
  depth: [':scope[id^="reply_li_"] =1', ':scope =0'],
  id: ':scope @id /li_(\\d+)/',
  author: ['.gall_writer @data-nick', '.nickname'],
  authorId: ['.gall_writer @data-uid', '.gall_writer @data-ip'],
  date: '.date_time',
  body: ['p.usertxt', '.comment_dccon'],
  declared: '.comment_count .num_box em, .gall_comment /(\\d+)/',
};

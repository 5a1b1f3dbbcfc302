import type { Adapter } from '../model/adapter';

/** NewSMTH's nForum: heading lines, quote lines and the signature are plain text in the body. */
export const newsmth: Adapter = {
  name: 'newsmth',
  hosts: ['newsmth.net', 'mysmth.net'],
  detect: ['.a-body', '.a-head'],
  confidence: 'medium',
  root: 'table.article:has(.a-content)',
  author: '.a-u-name a, .a-u-name',
  authorId: '.a-u-name a @href /query\\/([^/]+)/',
  date: '.a-content /\\((\\w{3} \\w{3}\\s+\\d+ [\\d:]+ \\d{4})\\)/',
  body: '.a-content p /站内\\s+([^]*?)(?:\\n【 在|\\n--\\n|\\n--$|※ 来源|$)/',
  floor: '.a-pos /第(\\d+)楼/',
};

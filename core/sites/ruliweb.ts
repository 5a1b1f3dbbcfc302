import type { Adapter } from '../model/adapter';

/** Ruliweb. The table of best comments repeats the rows with their ids. */
export const ruliweb: Adapter = {
  name: 'ruliweb',
  hosts: ['ruliweb.com'],
  confidence: 'high',
  root: 'tr.comment_element[id^="ct_"]',
  best: '.best_comment, .comment_table_best, table.best',
  id: ':scope @id /ct_(\\d+)/',
  author: '.nick strong, .nick',
  authorId: 'input.member_srl @value',
  date: '.time',
  body: '.text_wrapper .text',
  score: '.btn_like .num',
  depth: [':scope.child =1', ':scope =0'],
};

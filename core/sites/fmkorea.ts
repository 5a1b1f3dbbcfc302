import type { Adapter } from '../model/adapter';

/** FMKorea and TheQoo: Rhymix with the fdb skin. Best comments are repeated with an underscore behind their id. */
export const fmkorea: Adapter = {
  name: 'fmkorea',
  hosts: ['fmkorea.com', 'theqoo.net'],
  detect: ['.fdb_lst_ul'],
  confidence: 'high',
  root: 'li.fdb_itm[id^="comment_"]',
  best: '.fdb_lst_ul.best, .best_comment, [id$="_"].fdb_itm',
  id: ':scope @id /comment_(\\d+)/',
  author: ['.meta .member_plate', '.meta [class*="member_"]'],
  authorId: '.meta [class*="member_"] @class /member_(\\d+)/',
  date: '.meta .date, .date',
  body: ['.comment-content .xe_content', '.xe_content'],
  drop: '.findParent',
  score: '.voted_count',
  depth: [':scope @style /margin-left:\\s*(\\d+)/', ':scope.re =1', ':scope =0'],
  replyTo: '.findParent /@?(.+)/',
  declared: '.fdb_lst b',
};

import type { Adapter } from '../model/adapter';

/** Dogdrip: Rhymix with the eq skin. */
export const dogdrip: Adapter = {
  name: 'dogdrip',
  hosts: ['dogdrip.net'],
  confidence: 'high',
  root: 'div.comment-item[id^="comment_"]',
  id: ':scope @id /comment_(\\d+)/',
  author: '.comment-bar a[class*="member_"]',
  authorId: '.comment-bar a[class*="member_"] @class /member_(\\d+)/',
  date: '.comment-bar .text-muted',
  body: '.xe_content',
  score: '.action .count',
  depth: [':scope @style /margin-left:\\s*(\\d+)/', ':scope.depth =1', ':scope =0'],
};

import type { Adapter } from '../model/adapter';

/** Rhymix and XpressEngine, the default skin. */
export const rhymix: Adapter = {
  name: 'rhymix',
  detect: ['.fbItem', '.fbList'],
  confidence: 'high',
  root: '.fbList > li.fbItem',
  id: ':scope @id /comment_(\\d+)/',
  author: ['.author a[class*="member_"]', '.author'],
  authorId: 'a[class*="member_"] @class /member_(\\d+)/',
  date: '.time',
  body: '.xe_content, .rhymix_content',
  score: '.vote /(\\d+)/',
  depth: [':scope[class*="indent"] @class /indent(\\d+)/', ':scope =0'],
};

import type { Adapter } from '../model/adapter';

/** Slashdot. */
export const slashdot: Adapter = {
  name: 'slashdot',
  hosts: ['slashdot.org'],
  confidence: 'high',
  root: 'li.comment[id^="tree_"]:has([id^="comment_body_"])',
  id: ':scope @id /tree_(\\d+)/',
  author: ['.by a', '.by /by\\s+(.+)/'],
  authorId: '.by a @href /~([^/]+)/',
  date: '.otherdetails /on (.+?)(?: \\(|$)/',
  body: '[id^="comment_body_"]',
  quote: '.quote, blockquote',
  drop: '.sig',
  score: '.score /Score:\\s*(-?\\d+)/',
};

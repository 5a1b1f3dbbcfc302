import type { Adapter } from '../model/adapter';

/** phpBB 3 with the style subsilver2, and phpBB 2 where a table holds each post. */
export const phpbbSubsilver: Adapter = {
  name: 'phpbb-subsilver',
  detect: ['.tablebg', '.forumline'],
  confidence: 'medium',
  root: 'table.tablebg:has(.postauthor):has(.postbody)',
  id: 'a[name^="p"] @name /^p(\\d+)$/',
  author: 'b.postauthor',
  authorId: 'a[href*="mode=viewprofile"] @href /[?&]u=(\\d+)/',
  date: 'td.gensmall div /:\\s*([^:]*\\d{4}.*)$/',
  body: 'div.postbody, span.postbody',
  quote: '.quotetitle, .quotecontent',
  drop: '.signature, .gensmall',
};

import type { Adapter } from '../model/adapter';

/** phpBB 3, style prosilver and what derives from it. */
export const phpbb: Adapter = {
  name: 'phpbb',
  detect: ['#phpbb', '.postbody', '#p*'],
  confidence: 'high',
  root: 'div.post[id^="p"]:has(.postbody), .post[id^="p"]:has(.content)',
  id: ':scope @id /^p_?(\\d+)/',
  author: [
    '.postprofile .username, .postprofile .username-coloured',
    'p.author .username, p.author .username-coloured',
    '.author a, .author strong',
    '.postprofile dt a',
  ],
  authorId: '.postprofile a[href*="u="], .author a[href*="u="] @href /[?&]u=(\\d+)/',
  date: ['p.author time @datetime', '.author time @datetime', 'p.author /» (.+)$/', '.author'],
  body: ['.content', '.postbody'],
  quote: 'blockquote',
  drop: '.signature, .notice, .author, .profile-icons, .post-buttons, .attachbox, .quote-citation',
};

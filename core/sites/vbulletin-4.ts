import type { Adapter } from '../model/adapter';

/** vBulletin 4. */
export const vbulletin4: Adapter = {
  name: 'vbulletin-4',
  detect: ['.postbit', '.postbitlegacy', '.postcontainer', '=vbulletin'],
  confidence: 'high',
  root: 'li.postbit, li.postbitlegacy, li.postcontainer',
  id: ':scope @id /(\\d+)/',
  author: ['.username strong', '.username'],
  authorId: 'a.username @href /(?:[?&]u=|members?(?:\\.php\\?|\\/))(\\d+)/',
  date: '.postdate .date, .date',
  body: ['[id^="post_message_"]', '.postcontent'],
  quote: '.bbcode_container:has(.bbcode_quote)',
  drop: '.signature, .after_content',
  floor: '.postcounter /#([\\d,]+)/',
  parent: '.bbcode_quote a[href*="#post"] @href /#post(\\d+)/',
};

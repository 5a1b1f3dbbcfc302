import type { Adapter } from '../model/adapter';

/** vBulletin 5 and 6. */
export const vbulletin5: Adapter = {
  name: 'vbulletin-5',
  detect: ['.b-post'],
  confidence: 'high',
  root: 'li.b-post.js-post, li.b-post[data-node-id]',
  id: [':scope @data-node-id', 'a.anchor[id^="post"] @id /post(\\d+)/'],
  author: ['.author [itemprop="name"]', '.author a, .author'],
  authorId: '.author a[href*="/member/"] @href /member\\/(\\d+)/',
  date: ['.b-post__timestamp time @datetime', '.b-post__timestamp'],
  body: ['.js-post__content-text', '.b-post__content'],
  quote: '.bbcode_container:has(.bbcode_quote)',
  drop: '.b-post__edit-details',
  floor: '.b-post__count /#?([\\d.]+)/',
};

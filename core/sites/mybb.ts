import type { Adapter } from '../model/adapter';

/** MyBB. */
export const mybb: Adapter = {
  name: 'mybb',
  detect: ['#post_*', '#posts'],
  confidence: 'high',
  root: '#posts div.post[id^="post_"], #posts table[id^="post_"]',
  id: ':scope @id /post_(\\d+)/',
  author: ['.author_information .largetext', '.post_author .largetext', '.author_information strong'],
  authorId: '.author_information a[href*="uid="], .author_information a[href*="user-"] @href /(?:uid=|user-)(\\d+)/',
  date: ['.post_date > span[title] @title', '.post_date ~own', '.post_date'],
  body: '.post_body',
  quote: 'blockquote',
  drop: '.signature, .edited_post',
  floor: '.post_head .float_right a /#([\\d,]+)/',
  parent: 'blockquote a[href*="pid="] @href /pid=(\\d+)/',
};

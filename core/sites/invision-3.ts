import type { Adapter } from '../model/adapter';

/** Invision Power Board 3. */
export const invision3: Adapter = {
  name: 'invision-3',
  detect: ['.post_block'],
  confidence: 'high',
  root: 'div.post_block[id^="post_id_"]',
  id: ':scope @id /(\\d+)/',
  author: ['.author [itemprop="name"]', '.author ~own', '.author'],
  authorId: '.author a[href*="/user/"], a[href*="showuser="] @href /(?:user\\/|showuser=)(\\d+)/',
  date: ['abbr.published @title', '.published'],
  body: ['[itemprop="commentText"]', '.post.entry-content'],
  quote: 'blockquote.ipsBlockquote, .citation',
  drop: '.signature, .edit',
  floor: '.post_id /#([\\d,]+)/',
};

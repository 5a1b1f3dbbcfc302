import type { Adapter } from '../model/adapter';

/** NodeSeek. */
export const nodeseek: Adapter = {
  name: 'nodeseek',
  hosts: ['nodeseek.com'],
  confidence: 'high',
  root: '.content-item[data-comment-id], .nsk-post .content-item',
  id: ':scope @data-comment-id',
  author: 'a.author-name',
  authorId: 'a.author-name @href /space\\/(\\d+)/',
  date: ['.date-created time @datetime', '.date-created'],
  body: 'article.post-content',
  quote: 'blockquote',
  drop: '.signature, .comment-menu',
  floor: 'a.floor-link /#(\\d+)/',
  op: '.is-poster',
};

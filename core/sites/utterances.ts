import type { Adapter } from '../model/adapter';

/** utterances, in a frame of its own. */
export const utterances: Adapter = {
  name: 'utterances',
  hosts: ['utteranc.es'],
  confidence: 'high',
  root: 'article.timeline-comment',
  author: '.comment-meta strong, .comment-header strong',
  authorId: '.comment-meta a[href*="github.com/"] @href /github\\.com\\/([^/]+)$/',
  date: '.comment-meta a:last-child',
  body: '.markdown-body',
  quote: 'blockquote',
  declared: '.timeline-header /(\\d+)/',
};

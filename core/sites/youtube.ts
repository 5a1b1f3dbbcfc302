import type { Adapter } from '../model/adapter';

/** YouTube. Custom elements in light DOM; nodes are reused, the link to the comment tells which it is. */
export const youtube: Adapter = {
  name: 'youtube',
  hosts: ['youtube.com'],
  confidence: 'high',
  root: ['ytd-comment-view-model', 'ytd-comment-renderer'],
  wrap: 'ytd-comment-thread-renderer',
  id: '#published-time-text a @href /[?&]lc=([^&]+)/',
  author: '#author-text',
  authorId: '#author-text @href /^\\/(?:channel\\/)?([^/]+)/',
  date: '#published-time-text',
  body: '#content-text',
  score: '#vote-count-middle',
  replyTo: '#content-text > a[href^="/@"]',
  op: '#author-comment-badge ytd-author-comment-badge-renderer =1',
  declared: 'ytd-comments-header-renderer #count',
};

import type { Adapter } from '../model/adapter';

/** giscus: comments and replies of GitHub discussions, in a frame of its own. */
export const giscus: Adapter = {
  name: 'giscus',
  hosts: ['giscus.app'],
  confidence: 'high',
  root: '.gsc-comment, .gsc-reply',
  author: ['.gsc-comment-author .font-semibold', '.gsc-reply-author .font-semibold', '.gsc-comment-author-avatar, .gsc-reply-author'],
  authorId: '.gsc-comment-author a[href*="github.com/"], .gsc-reply-author a[href*="github.com/"] @href /github\\.com\\/([^/]+)/',
  date: 'time @datetime',
  body: '.gsc-comment-content, .gsc-reply-content',
  quote: 'blockquote',
  score: '.gsc-upvote-button',
  declared: '.gsc-comments-count /(\\d+)/',
};

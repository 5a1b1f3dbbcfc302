import type { Adapter } from '../model/adapter';

/** Pull requests and older issues of GitHub. */
export const githubPull: Adapter = {
  name: 'github-pull',
  hosts: ['github.com'],
  confidence: 'high',
  root: '.timeline-comment, .review-comment',
  id: ['^[id^="issuecomment-"] @id /(\\d+)/', '^[id^="discussion_r"] @id /(\\d+)/', ':scope @id /(\\d+)/'],
  author: '.author',
  authorId: 'a.author @href /([^/]+)\\/?$/',
  date: 'relative-time @datetime',
  body: '.comment-body',
  quote: 'blockquote',
  reader: 'meta[name="user-login"] @content',
};

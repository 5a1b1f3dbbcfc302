import type { Adapter } from '../model/adapter';

/** Disqus, in a frame of its own. */
export const disqus: Adapter = {
  name: 'disqus',
  hosts: ['disqus.com'],
  confidence: 'medium',
  root: 'li.post[id^="post-"]',
  id: ':scope @id /post-(\\d+)/',
  author: '.post-byline .author',
  authorId: '.post-byline .author a @data-username',
  date: ['a.time-ago @title', 'a.time-ago'],
  body: '.post-message',
  quote: 'blockquote',
  score: ['.vote-up .count', '.vote-up'],
  declared: '.comment-count /([\\d,]+)/',
};

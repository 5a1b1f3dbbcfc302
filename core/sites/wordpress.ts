import type { Adapter } from '../model/adapter';

/** WordPress, its HTML5 and legacy comment walkers. Themes rewrite author and date, so both have several sources. */
export const wordpress: Adapter = {
  name: 'wordpress',
  detect: ['#comment-*', '#li-comment-*', '.commentlist', '.comment-list', '=wordpress'],
  confidence: 'high',
  root: ['li.comment, li.pingback, li.trackback', 'div.comment[id^="comment-"], article.comment[id^="comment-"]'],
  id: [':scope @id /comment-(\\d+)/', '[id^="comment-"] @id /comment-(\\d+)/'],
  author: [
    '.comment-author .fn',
    '.comment-author .comment-name',
    'b.fn, cite.fn, .fn',
    '.comment-author-name, .comment-author cite, .comment-author a.url',
    '.comment-author strong',
    '.comment-author /^(.+?)(?:\\s+(?:says|schreibt|dit|dice|said))?:?$/',
    'cite',
    'a.url',
  ],
  date: [
    '.comment-metadata time @datetime',
    'time @datetime',
    '.comment-meta a[href*="#comment"] /^(.*\\d.*)$/',
    '.commentmetadata a /^(.*\\d.*)$/',
    '.comment-date, .comment-time',
    '.comment-meta',
    '.commentmetadata',
  ],
  body: ['.comment-content', '.comment-text', '.comment-body', '.comment-entry', ':scope'],
  quote: 'blockquote',
  drop: '.comment-author, .comment-meta, .commentmetadata, .comment-metadata, .comment-meta-data, .reply, .comment-reply-link, .comment-awaiting-moderation, .says, .comment-respond, .sharedaddy, .children',
};

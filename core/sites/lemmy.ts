import type { Adapter } from '../model/adapter';

/** Lemmy's own interface. */
export const lemmy: Adapter = {
  name: 'lemmy',
  detect: ['.comment-node', '#comment-*'],
  confidence: 'high',
  root: 'article.comment-node[id^="comment-"]',
  wrap: 'li.comment',
  id: ':scope @id /comment-(\\d+)/',
  author: '.person-listing',
  authorId: '.person-listing @href /\\/u\\/(.+)/',
  date: ['.moment-time @data-tippy-content', '.moment-time'],
  body: '.comment-content .md-div, .comment-content',
  quote: 'blockquote',
  score: ['[data-tippy-content*="points"] @data-tippy-content /(-?\\d+) points/', '.unselectable span'],
};

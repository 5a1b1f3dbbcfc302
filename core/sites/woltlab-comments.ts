import type { Adapter } from '../model/adapter';

/** Comments of the WoltLab Suite: custom elements without shadow. */
export const woltlabComments: Adapter = {
  name: 'woltlab-comments',
  detect: ['woltlab-core-comment', '.commentList__item'],
  confidence: 'high',
  root: 'woltlab-core-comment[comment-id], woltlab-core-comment-response[response-id]',
  wrap: '.commentList__item',
  id: [':scope @comment-id', ':scope @response-id'],
  author: ['.comment__author [itemprop="name"]', '.commentResponse__author [itemprop="name"]', '.username'],
  authorId: '[data-object-id].userLink, .comment__author__link, .commentResponse__author__link @data-object-id',
  date: ['meta[itemprop="dateCreated"] @content', 'woltlab-core-date-time @date', 'time @datetime'],
  body: '.userMessage',
  quote: 'blockquote',
};

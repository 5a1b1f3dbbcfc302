import type { Adapter } from '../model/adapter';

/** The Student Room. */
export const thestudentroom: Adapter = {
  name: 'thestudentroom',
  hosts: ['thestudentroom.co.uk'],
  confidence: 'medium',
  root: 'div.thread-post',
  id: '[id^="post-content"] @id /(\\d+)/',
  author: '[data-testid="username-link"]',
  date: ['[itemprop="datePublished"] @content', 'time @datetime'],
  body: '[id^="post-content"]',
  floor: '[data-cy="post-number"] /Reply ([\\d,]+)/',
  quote: 'blockquote, .bbcode-quote',
};

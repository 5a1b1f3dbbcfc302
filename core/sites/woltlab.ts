import type { Adapter } from '../model/adapter';

/** WoltLab Suite Forum. */
export const woltlab: Adapter = {
  name: 'woltlab',
  detect: ['.wbbPost'],
  confidence: 'high',
  root: 'article.wbbPost[data-object-id]',
  id: [':scope @data-post-id', ':scope @data-object-id'],
  author: ['.messageAuthorContainer .username', '.username'],
  authorId: '.messageAuthorContainer a[data-object-id] @data-object-id',
  date: ['woltlab-core-date-time @date', 'time @datetime'],
  body: '.messageText',
  quote: 'woltlab-quote, blockquote',
  drop: '.messageSignature, .messageFooterNote',
  floor: '.messageQuickOptions a /#([\\d.]+)/',
  score: '.reactionSummaryTotal, .reactCountButton /(\\d+)/',
};

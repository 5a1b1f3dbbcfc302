import type { Adapter } from '../model/adapter';

/** vichan and Tinyboard. */
export const vichan: Adapter = {
  name: 'vichan',
  detect: ['#reply_*', '#op_*'],
  confidence: 'high',
  root: 'div.post.reply[id^="reply_"], div.post.op',
  id: ':scope @id /(\\d+)/',
  author: '.intro .name',
  authorId: '.intro .poster_id',
  date: '.intro time @datetime',
  body: '.body',
  quote: 'span.quote',
  parent: '.body a[onclick*="highlightReply"] /(\\d+)/',
  op: ':scope.op =1',
};

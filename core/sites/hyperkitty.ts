import type { Adapter } from '../model/adapter';

/** HyperKitty, the archives of Mailman 3. */
export const hyperkitty: Adapter = {
  name: 'hyperkitty',
  detect: ['.email-body', '#thread-content'],
  confidence: 'high',
  root: 'div.email:has(.email-body)',
  id: '.email-header @id',
  author: '.email-author .name a, .email-author .name',
  authorId: '.email-author a[href*="/users/"] @href /users\\/([^/]+)/',
  date: ['.email-date .time span @title', '.email-date .date, .email-date'],
  body: '.email-body',
  quote: '.quoted-switch, .quoted-text, blockquote',
  depth: ['^[class*="reply-level-"] @class /reply-level-(\\d+)/', ':scope =0'],
  op: ':scope.email-first =1',
};

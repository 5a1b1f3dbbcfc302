import type { Adapter } from '../model/adapter';

/** Dcard. Hashed classes; the data-key and links to profiles stay. */
export const dcard: Adapter = {
  name: 'dcard',
  hosts: ['dcard.tw'],
  confidence: 'medium',
  root: ['div[data-key^="comment-"]', 'div[data-key^="subCommentComment-"]'],
  id: ':scope @data-key /omment-(.+)/',
  author: ['a[href^="/@"]', 'span[class*="author"]', 'header span', 'div > span:first-child'],
  authorId: 'a[href^="/@"] @href /@([^/?]+)/',
  date: ['time @datetime', 'time'],
  body: ['div[class*="d_xa_34"] > span', 'div[class*="d_xa_34"]'],
  floor: ['span /^B\\d+$/'],
};

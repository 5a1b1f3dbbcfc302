import type { Adapter } from '../model/adapter';

/** Halo's comment widget: Lit elements in open shadow roots. */
export const halo: Adapter = {
  name: 'halo',
  detect: ['comment-widget'],
  confidence: 'high',
  root: 'comment-widget >>> base-comment-item',
  wrap: 'comment-item',
  author: ':scope >>> .item-author',
  date: [':scope >>> time @datetime', ':scope >>> time @title', ':scope >>> time'],
  body: [':scope >>> .item-content comment-content', ':scope >>> .item-content'],
};

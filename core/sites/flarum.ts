import type { Adapter } from '../model/adapter';

/** Flarum. */
export const flarum: Adapter = {
  name: 'flarum',
  detect: ['.PostStream'],
  confidence: 'high',
  root: '.PostStream-item[data-id]:has(.CommentPost)',
  id: ':scope @data-id',
  author: '.PostUser-name .username, .PostUser-name',
  authorId: '.PostUser-name a @href /\\/u\\/([^/]+)/',
  date: ['.PostMeta time @datetime', ':scope @data-time'],
  body: '.Post-body',
  quote: 'blockquote',
  drop: '.PostMention-preview',
  floor: ':scope @data-number',
  parent: '.Post-body a.PostMention @data-id',
};

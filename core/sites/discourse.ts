import type { Adapter } from '../model/adapter';

/** Discourse as its script renders it. Nodes are recycled while scrolling. */
export const discourse: Adapter = {
  name: 'discourse',
  detect: ['.topic-post', '.post-stream'],
  confidence: 'high',
  root: '.topic-post article[data-post-id]',
  id: ':scope @data-post-id',
  author: ['.names .username a', '.names a[data-user-card] @data-user-card'],
  authorId: ':scope @data-user-id',
  date: ['.post-date .relative-date @data-time', '.relative-date @data-time'],
  body: '.cooked',
  quote: 'aside.quote',
  drop: '.cooked-selection-barrier, .lightbox .meta, .post-notice',
  floor: ':scope @id /post_(\\d+)/',
  score: ['button.like-count', '.like-count'],
  op: '.topic-meta-data + .topic-owner, :scope[id="post_1"] =1',
};

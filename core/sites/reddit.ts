import type { Adapter } from '../model/adapter';

/** Reddit today: shreddit elements whose text stays in light slots. */
export const reddit: Adapter = {
  name: 'reddit',
  hosts: ['reddit.com'],
  detect: ['shreddit-comment'],
  confidence: 'high',
  root: 'shreddit-comment[thingid^="t1_"]',
  id: ':scope @thingid',
  author: ':scope @author',
  authorId: ':scope @author',
  date: ['time @datetime', ':scope @created'],
  body: ['[slot="comment"]', '[id$="-comment-rtjson-content"]'],
  quote: 'blockquote',
  score: ':scope @score',
  depth: ':scope @depth',
  parent: ':scope @parentid',
  op: [':scope[is-op] =1', '[slot="commentMeta"] .submitter'],
  declared: 'shreddit-post @comment-count',
};

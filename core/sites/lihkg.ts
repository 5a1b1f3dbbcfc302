import type { Adapter } from '../model/adapter';

/** LIHKG. Every class is a hash; only data-post-id tells a post, and the code keeps it. */
export const lihkg: Adapter = {
  name: 'lihkg',
  hosts: ['lihkg.com'],
  confidence: 'low',
  root: ['[data-post-id]', '._36ZEkSvpdj_igmog0nluzh'],
  id: ':scope @data-post-id',
  author: ['a[href^="/profile/"]', 'small a', 'small > span:nth-of-type(2)'],
  authorId: 'a[href^="/profile/"] @href /profile\\/(\\d+)/',
  date: ['small [data-tip] @data-tip', 'small [title] @title'],
  body: ['[data-ast-root]', '._2cNsJna0_hV8tdMj3X6_gJ', ':scope > div > div:last-child'],
  quote: 'blockquote',
  floor: 'small > span:first-child /#(\\d+)/',
  score: 'label[for]',
};

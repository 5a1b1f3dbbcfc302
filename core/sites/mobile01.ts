import type { Adapter } from '../model/adapter';

/** Mobile01. */
export const mobile01: Adapter = {
  name: 'mobile01',
  hosts: ['mobile01.com'],
  confidence: 'high',
  root: '.l-articlePage',
  id: ['[data-anchor] @data-anchor', '[id^="ct"] @id /(\\d+)/'],
  author: '.c-authorInfo__id a',
  authorId: '.c-authorInfo__id a @href /id=(\\d+)/',
  date: '.l-navigation__item span.o-fNotes',
  body: ['article.u-gapBottom--max', 'article.l-publishArea', 'article'],
  quote: 'blockquote',
  floor: '.l-navigation__item span.o-fNotes ~last /#(\\d+)/',
  op: ':scope:has([itemprop="articleBody"], .topic_article) =1',
};

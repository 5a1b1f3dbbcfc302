import type { Adapter } from '../model/adapter';

/** Discourse as it is served without scripts. */
export const discourseCrawler: Adapter = {
  name: 'discourse-crawler',
  detect: ['.crawler-post'],
  confidence: 'high',
  root: 'div.crawler-post',
  id: ':scope @id /post_(\\d+)/',
  author: ['.creator [itemprop="name"]', '.creator'],
  date: ['time.post-time @datetime', 'meta[itemprop="datePublished"] @content'],
  body: '.post[itemprop="text"], .post',
  quote: 'aside.quote',
  floor: '[itemprop="position"]',
  score: '.post-likes /(\\d+)/',
};

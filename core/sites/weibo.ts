import type { Adapter } from '../model/adapter';

/** Comments at Weibo on a desktop. Nodes are recycled and carry no id. */
export const weibo: Adapter = {
  name: 'weibo',
  hosts: ['weibo.com'],
  confidence: 'high',
  root: '.wbpro-list .item1, .wbpro-list .item2',
  author: '.text > a:first-child',
  authorId: ['.text > a:first-child @href /\\/u\\/(\\d+)/', '.text > a:first-child @usercard'],
  date: ['.info > div:first-child /^(.+?)(?:\\s+来自|$)/'],
  body: '.con1 > .text, .con2 > .text /^[^:：]*[:：]\\s*([^]*)$/',
  score: ['.info .woo-like-count'],
  replyTo: '.text > a + a[href*="/n/"] /^@(.+)/',
};

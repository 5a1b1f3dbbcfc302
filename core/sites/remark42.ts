import type { Adapter } from '../model/adapter';

/** Remark42, in a frame on its own host. Class names are of CSS modules. */
export const remark42: Adapter = {
  name: 'remark42',
  detect: ['#remark42__comment-*'],
  confidence: 'high',
  root: 'article[id^="remark42__comment-"]',
  id: ':scope @id /remark42__comment-(.+)/',
  author: '[class*="username"]',
  date: '[class*="time"]',
  body: '.raw-content, [class*="comment__text"]',
  quote: 'blockquote',
  score: '[class*="votes"] [class*="value"], [class*="score"]',
  depth: [':scope @style /--indent:\\s*(\\d+)/', ':scope[class*="level-"] @class /level-(\\d+)/', ':scope =0'],
  parent: 'a[href*="#remark42__comment-"][class*="link-to-parent"], a[class*="threadStarter"] @href /remark42__comment-(.+)/',
};

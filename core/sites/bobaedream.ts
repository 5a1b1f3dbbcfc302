import type { Adapter } from '../model/adapter';

/** Bobaedream. */
export const bobaedream: Adapter = {
  name: 'bobaedream',
  hosts: ['bobaedream.co.kr'],
  confidence: 'high',
  root: '#cmt_reply > li:has(dd[id^="small_cmt_"])',
  id: 'dd[id*="small_cmt_"] @id /cmt_(\\d+)/',
  author: '.author',
  date: '.date',
  body: 'dd[id*="small_cmt_"]',
  score: '.updownbox dd:first-child a /(\\d+)/',
  depth: [':scope.re =1', ':scope =0'],
};

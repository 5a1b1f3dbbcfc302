import type { Adapter } from '../model/adapter';

/** Isso. */
export const isso: Adapter = {
  name: 'isso',
  detect: ['#isso-*', '#isso-thread'],
  confidence: 'high',
  root: '.isso-comment[id^="isso-"]',
  id: ':scope @id /isso-(\\d+)/',
  author: '.isso-author',
  date: ['time @datetime', 'time'],
  body: '.isso-text',
  quote: 'blockquote',
  score: '.isso-votes',
  op: '.isso-is-page-author',
  declared: '#isso-thread > h4, .isso-thread-heading /(\\d+)/',
};

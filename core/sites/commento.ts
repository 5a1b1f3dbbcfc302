import type { Adapter } from '../model/adapter';

/** Commento. */
export const commento: Adapter = {
  name: 'commento',
  detect: ['#commento', '#commento-comment-card-*'],
  confidence: 'high',
  root: '[id^="commento-comment-card-"]',
  id: ':scope @id /card-(.+)/',
  author: '[id^="commento-comment-name-"]',
  date: ['[id^="commento-comment-timeago-"] @title', '[id^="commento-comment-timeago-"]'],
  body: '[id^="commento-comment-text-"]',
  score: '[id^="commento-comment-score-"]',
};

import type { Adapter } from '../model/adapter';

/** Sohu's 畅言, on any site. */
export const changyan: Adapter = {
  name: 'changyan',
  detect: ['#SOHUCS', '#SOHU_MAIN', '#cy-cmt-list'],
  confidence: 'medium',
  root: '[node-type="cmt-item"][data-id]',
  id: ':scope @data-id',
  author: '.user-name-gw a, .user-name-gw',
  authorId: ':scope @data-user-id',
  date: '.user-time-gw',
  body: ['.issue-wrap-word', '.wrap-issue-gw', '.user-issue-gw'],
  quote: '.build-floor-gw',
  score: '[node-type="support"] em',
};

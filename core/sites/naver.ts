import type { Adapter } from '../model/adapter';

/** Naver's u_cbox, under news, blogs and webtoons. */
export const naver: Adapter = {
  name: 'naver',
  hosts: ['naver.com'],
  detect: ['#cbox_module', '.u_cbox_list'],
  confidence: 'high',
  root: 'li.u_cbox_comment[data-info]',
  id: ":scope @data-info /commentNo:'(\\d+)'/",
  author: '.u_cbox_nick',
  date: ['.u_cbox_date @data-value', '.u_cbox_date'],
  body: '.u_cbox_contents',
  score: '.u_cbox_cnt_recomm',
  parent: ":scope @data-info /parentCommentNo:'(\\d+)'/",
  depth: ':scope @data-info /replyLevel:(\\d+)/',
  declared: '.u_cbox_count',
};

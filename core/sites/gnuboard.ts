import type { Adapter } from '../model/adapter';

/** Gnuboard 5. */
export const gnuboard: Adapter = {
  name: 'gnuboard',
  detect: ['#bo_vc', '#c_*'],
  confidence: 'high',
  root: '#bo_vc article[id^="c_"]',
  id: ':scope @id /c_(\\d+)/',
  author: ['.cm_wrap .member', 'header .sv_member, header .member', 'h2 /^(.+?)님의/'],
  date: ['time @datetime', 'time'],
  body: ['.cmt_contents', '.cm_wrap > p'],
  drop: '.bo_vl_opt',
  depth: [':scope @style /margin-left:\\s*(\\d+)/', ':scope =0'],
  declared: '#bo_vc > h2, .cmt_btn /(\\d+)/',
};

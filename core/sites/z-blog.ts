import type { Adapter } from '../model/adapter';

/** Z-BlogPHP, its default theme. */
export const zBlog: Adapter = {
  name: 'z-blog',
  detect: ['=z-blogphp', '#cmt*'],
  confidence: 'high',
  root: 'ul.msg[id^="cmt"]',
  id: ':scope @id /cmt(\\d+)/',
  author: '.commentname a, .commentname',
  date: '.msgname small /发布于\\s*(\\S+(?: [\\d:]+)?)/',
  body: 'li.msgarticle',
  drop: '.revertcomment, ul.msg',
};

import type { Adapter } from '../model/adapter';

/** Bahamut (巴哈姆特哈啦區): floors, and the short replies under each. */
export const bahamut: Adapter = {
  name: 'bahamut',
  hosts: ['forum.gamer.com.tw'],
  confidence: 'high',
  root: 'section.c-section[id^="post_"], .c-reply__item[id^="Commendcontent_"]',
  id: ':scope @id /_(\\d+)/',
  author: ['.c-post__header__author .username', '.reply-content__user'],
  authorId: ['.c-post__header__author .userid', '.reply-content__user @href /gamer\\.com\\.tw\\/(?:home\\.php\\?owner=)?([^/?]+)/'],
  date: ['.c-post__header__info .edittime @data-mtime', '[data-tippy-content*="時間"] @data-tippy-content /時間\\s*(.+)/', '.edittime'],
  body: ['.c-article__content', '.comment_content'],
  quote: 'blockquote',
  drop: '.c-article__edit, .c-reply',
  floor: ['.floor @data-floor', '.floor'],
  score: '.postgp span',
};

import type { Adapter } from '../model/adapter';

/** NGA. Built by the page's script; numbers run through the ids. */
export const nga: Adapter = {
  name: 'nga',
  hosts: ['bbs.nga.cn', 'nga.178.com', 'ngabbs.com'],
  confidence: 'high',
  root: ['table.forumbox.postbox', '.postrow'],
  id: ['a[id^="pid"] @id /pid(\\d+)/', '[id^="post1strow"] @id /(\\d+)/'],
  author: ['.posterinfo a.author', 'a[id^="postauthor"]'],
  authorId: 'a.author[href*="uid="] @href /uid=(-?\\d+)/',
  date: '[id^="postdate"]',
  body: ['[id^="postcontent"].postcontent', '[id^="postcontent"]'],
  quote: '.quote',
  drop: '.sigline, [id^="postsign"], .silver.x',
  floor: ['a[name^="l"] @name /l(\\d+)/', '[id^="postcontainer"] @id /(\\d+)/'],
  score: '.recommendvalue',
  parent: '.quote a[href*="pid="] @href /pid=(\\d+)/',
};

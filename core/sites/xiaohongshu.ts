import type { Adapter } from '../model/adapter';

/** Xiaohongshu. */
export const xiaohongshu: Adapter = {
  name: 'xiaohongshu',
  hosts: ['xiaohongshu.com'],
  confidence: 'high',
  root: '.parent-comment > .comment-item, .comment-item-sub',
  wrap: '.parent-comment',
  id: ':scope @id /comment-(.+)/',
  author: '.author-wrapper a.name, .author a.name',
  authorId: ['a.name @data-user-id', 'a.name @href /profile\\/(\\w+)/'],
  date: ['.info .date > span:first-child', '.info .date'],
  body: ['.content .note-text', '.content'],
  score: '.like .count',
  replyTo: '.content > .nickname',
  op: '.tag',
  declared: '.comments-container > .total /(\\d+)/',
};

import type { Adapter } from '../model/adapter';

/** 5ch, read.cgi of today. */
export const fivech: Adapter = {
  name: 'fivech',
  hosts: ['5ch.net', '5ch.io'],
  confidence: 'high',
  root: 'div.post[data-id]',
  id: ':scope @data-id',
  author: '.postusername b, .postusername',
  authorId: ':scope @data-userid /^(?:ID:)?(.+)/',
  date: '.date',
  body: '.post-content',
  floor: '.postid',
  parent: '.post-content a.reply_link /(\\d+)/',
};

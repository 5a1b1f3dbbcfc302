import type { Adapter } from '../model/adapter';

/** Hacker News. Depth is an indent cell, the newest markup says it as a number. */
export const hackernews: Adapter = {
  name: 'hackernews',
  hosts: ['news.ycombinator.com'],
  confidence: 'high',
  root: 'tr.athing.comtr',
  id: ':scope @id',
  author: '.hnuser',
  authorId: '.hnuser @href /id=(.+)/',
  date: ['.age @title', '.age'],
  body: ['.commtext', '.comment'],
  drop: '.reply',
  depth: ['.ind @indent', '.ind img @width'],
  declared: '.subtext .subline > a:last-child /(\\d+)\\s*comment/',
  reader: '#me',
};

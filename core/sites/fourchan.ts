import type { Adapter } from '../model/adapter';

/** 4chan. */
export const fourchan: Adapter = {
  name: 'fourchan',
  hosts: ['4chan.org', '4channel.org'],
  confidence: 'high',
  root: '.postContainer > .post',
  id: ':scope @id /p(\\d+)/',
  author: '.postInfo .nameBlock .name, .nameBlock .name',
  authorId: '.postInfo .posteruid .hand',
  date: '.postInfo .dateTime @data-utc',
  body: 'blockquote.postMessage',
  quote: 'span.quote',
  parent: 'a.quotelink[href^="#p"] @href /#p(\\d+)/',
  op: ':scope.op =1',
};

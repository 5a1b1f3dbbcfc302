import type { Adapter } from '../model/adapter';

/** Pikabu. */
export const pikabu: Adapter = {
  name: 'pikabu',
  hosts: ['pikabu.ru'],
  confidence: 'high',
  root: '.comment[data-id]',
  id: ':scope @data-id',
  author: ['.comment__user @data-name', '.comment__user .user__nick'],
  authorId: ':scope @data-meta /aid=(\\d+)/',
  date: 'time.comment__datetime @datetime',
  body: '.comment__content',
  score: ['.comment__rating-count', ':scope @data-meta /(?:^|;)r=(-?\\d+)/'],
  parent: ':scope @data-meta /pid=([1-9]\\d*)/',
  op: '.comment__user[data-own-story="true"] =1',
};

import type { Adapter } from '../model/adapter';

/** Topics of Douban groups. Popular replies are repeated above the list. */
export const douban: Adapter = {
  name: 'douban',
  hosts: ['douban.com'],
  confidence: 'high',
  root: 'li.comment-item[data-cid]',
  best: '#popular-comments, .popular-bd',
  id: ':scope @data-cid',
  author: ['.bg-img-green h4 a', 'h4 a'],
  authorId: 'h4 a @href /people\\/([^/]+)/',
  date: ['.pubtime /\\d{4}-\\d+-\\d+ \\d+:\\d+:\\d+/', '.pubtime'],
  body: ['.reply-content', '.reply-doc > p'],
  quote: '.reply-quote .reply-quote-content',
  drop: '.operation-div',
  score: '.comment-vote /\\((\\d+)\\)/',
  op: '.topic-author-icon',
  reader: '.nav-user-account .bn-more span /(.+?)的账号/',
};

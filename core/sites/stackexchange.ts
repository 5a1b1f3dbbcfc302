import type { Adapter } from '../model/adapter';

/** Stack Overflow and the Stack Exchange network: questions, answers and the comments under both. */
export const stackexchange: Adapter = {
  name: 'stackexchange',
  hosts: ['stackoverflow.com', 'stackexchange.com', 'superuser.com', 'serverfault.com', 'askubuntu.com', 'mathoverflow.net'],
  confidence: 'high',
  root: '#question, .answer[id^="answer-"], .comment[id^="comment-"]',
  id: [':scope @data-answerid', ':scope @data-comment-id', ':scope @data-questionid', ':scope @id /(\\d+)/'],
  author: ['.post-signature:last-child .user-details a', '.user-details a ~last', '.user-details ~last', '.comment-user'],
  authorId: ['.user-details a[href*="/users/"] ~last @href /users\\/(\\d+)/', '.comment-user @href /users\\/(\\d+)/'],
  date: ['.user-action-time .relativetime ~last @title', '.comment-date .relativetime-clean @title', '.comment-date span @title'],
  body: ['.s-prose', '.post-text', '.comment-copy'],
  quote: '.s-prose > blockquote, .post-text > blockquote',
  score: ['.js-vote-count @data-value', '.js-vote-count', '.vote-count-post', '.comment-score'],
  op: ':scope#question =1',
  declared: '#answers-header [data-answercount] @data-answercount',
};

import type { Adapter } from '../model/adapter';

/** Comments and discussions of Steam. */
export const steam: Adapter = {
  name: 'steam',
  hosts: ['steamcommunity.com'],
  confidence: 'high',
  root: 'div.commentthread_comment[id^="comment_"]',
  id: ':scope @id /comment_(\\d+)/',
  author: ['.commentthread_author_link bdi', '.commentthread_author_link'],
  authorId: '.commentthread_author_link @data-miniprofile',
  date: ['.commentthread_comment_timestamp @data-timestamp', '.commentthread_comment_timestamp'],
  body: '.commentthread_comment_text',
  quote: 'blockquote',
  floor: '.forum_comment_permlink a /#(\\d+)/',
};

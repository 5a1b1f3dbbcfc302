import type { Adapter } from '../model/adapter';

/** GameFAQs. */
export const gamefaqs: Adapter = {
  name: 'gamefaqs',
  hosts: ['gamefaqs.gamespot.com'],
  confidence: 'medium',
  root: 'td.msg',
  id: ':scope @id /(\\d+)/',
  author: ['a.name b', 'a.name'],
  date: ['.post_time @title', '.post_time'],
  body: '.msg_text',
  quote: 'blockquote',
  drop: '.msg_text > cite, .signature',
  floor: '.message_num /#(\\d+)/',
};

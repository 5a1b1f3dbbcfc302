import type { Adapter } from '../model/adapter';

/** huaren.us, the board that this project began with. Only the outline is documented. */
export const huaren: Adapter = {
  name: 'huaren',
  hosts: ['huaren.us'],
  confidence: 'low',
  root: '.post-list .post-item[id]',
  id: ':scope @id /(\\d+)/',
  author: ['.post-user .username', '.post-user .name', '.post-user a:not(.avatar-wrap)', '.post-user img[alt] @alt'],
  authorId: '.post-user a[href*="uid="] @href /uid=(\\d+)/',
  date: '.post-top-action /发表于[：:]\\s*(.+?)\\s*\\|/',
  body: '.post-content',
  quote: 'blockquote, .quote',
  drop: '.topic-title, .signature, .sign',
  floor: '.post-top-action /(\\d+)\\s*楼|楼主/',
};

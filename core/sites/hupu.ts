import type { Adapter } from '../model/adapter';

/** Hupu. Class names carry a hash; lit replies ("亮了") stand once more in a block above. */
export const hupu: Adapter = {
  name: 'hupu',
  hosts: ['bbs.hupu.com'],
  confidence: 'medium',
  root: ['.post-reply-list', '[class*="post-reply_post-reply"]'],
  best: '[class*="post-wrapper_light"]',
  id: ['.reply-list-wrapper > span[id] @id', 'span[id] @id'],
  author: ['.post-reply-list-user-info-top-name', '.user-base-info a', 'a[href*="my.hupu.com/"]'],
  authorId: 'a[href*="my.hupu.com/"] @href /(\\d{4,})/',
  date: '.post-reply-list-user-info-top-time',
  body: ['.post-reply-list-content .thread-content-detail', '.thread-content-detail'],
  quote: '[class*="index_simple-detail"]',
  score: '.todo-list-text /亮了\\s*\\(?(\\d+)/',
  op: '[class*="post-user"][class*="楼主"], .post-reply-list-user-info-top-lz',
};

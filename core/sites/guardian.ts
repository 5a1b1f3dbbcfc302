import type { Adapter } from '../model/adapter';

/** The Guardian. Emotion's hashed classes; ids, links and times stay. */
export const guardian: Adapter = {
  name: 'guardian',
  hosts: ['theguardian.com'],
  confidence: 'high',
  root: '[id^="comment-"]:has(a[href*="profile.theguardian.com/user/id"])',
  wrap: 'li',
  id: ':scope @id /comment-(\\d+)/',
  author: 'a[href*="profile.theguardian.com/user/id"]:not(:has(img))',
  authorId: 'a[href*="profile.theguardian.com/user/id"] @href /id\\/(\\d+)/',
  date: ['time @datetime', 'time'],
  body: ['[data-testid="comment-body"]', 'header + div', 'div[class*="dcr-"]:has(> p)', 'div:has(> p)'],
  quote: 'blockquote',
  declared: '#comments h2 /(\\d[\\d,]*)/',
};

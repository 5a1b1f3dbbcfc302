import type { Adapter } from '../model/adapter';

/** HKGolden's mobile pages of 2016. */
export const hkgoldenMobile: Adapter = {
  name: 'hkgolden-mobile',
  hosts: ['hkgolden.com'],
  confidence: 'medium',
  root: 'div.post[id^="msg_"]',
  id: ':scope @id /msg_(\\d+)/',
  author: '.topic-name span, .topic-name',
  date: '.topic-time',
  body: '.post-content2',
  quote: 'blockquote',
};

import type { Adapter } from '../model/adapter';

/** Mumsnet. Utility classes: only the reply's number is stable. */
export const mumsnet: Adapter = {
  name: 'mumsnet',
  hosts: ['mumsnet.com'],
  confidence: 'medium',
  root: 'div[data-reply-id]',
  id: ':scope @data-reply-id',
  author: ['.font-bold ~own', '.font-bold'],
  date: '.font-bold span',
  body: '.post-body',
  quote: 'blockquote',
};

import type { Adapter } from '../model/adapter';

/** Comments at Pixnet blogs. */
export const pixnet: Adapter = {
  name: 'pixnet',
  hosts: ['pixnet.net'],
  confidence: 'high',
  root: 'ul.single-post:has(.post-info)',
  author: ['.user-name a', '.user-name'],
  date: '.post-time',
  body: '.post-text',
  floor: '.floor',
};

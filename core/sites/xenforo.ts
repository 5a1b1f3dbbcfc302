import type { Adapter } from '../model/adapter';

/** XenForo 2. */
export const xenforo: Adapter = {
  name: 'xenforo',
  detect: ['#XF', '.message--post'],
  confidence: 'high',
  root: ['article.message--post', 'article.message[data-content^="post-"]'],
  id: [':scope @data-content /post-(\\d+)/', ':scope @id /post-(\\d+)/'],
  author: ['.message-name .username', '.message-name', ':scope @data-author'],
  authorId: '.message-name [data-user-id] @data-user-id',
  date: ['.message-attribution-main time @datetime', '.message-attribution time @datetime', 'time @datetime'],
  body: ['.message-body .bbWrapper', '.message-body'],
  quote: '.bbCodeBlock--quote',
  drop: '.message-signature, .message-lastEdit, .bbCodeBlock-expandLink, .js-selectToQuoteEnd',
  floor: ['.message-attribution-opposite li:last-child a /#([\\d,]+)/', '.message-attribution-opposite a /#([\\d,]+)/'],
  parent: '.bbCodeBlock--quote @data-source /post: (\\d+)/',
};

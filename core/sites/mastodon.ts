import type { Adapter } from '../model/adapter';

/** Mastodon's own interface. */
export const mastodon: Adapter = {
  name: 'mastodon',
  detect: ['.status__wrapper', '.detailed-status__wrapper'],
  confidence: 'high',
  root: '.status__wrapper .status[data-id], .detailed-status__wrapper',
  id: ':scope @data-id',
  author: ['.display-name__html', '.display-name strong'],
  authorId: '.display-name__account',
  date: ['time @datetime', 'time'],
  body: '.status__content__text',
  quote: '.quote-inline',
  op: ':scope.detailed-status__wrapper =1',
};

import type { Adapter } from '../model/adapter';

/** FluxBB and PunBB. */
export const fluxbb: Adapter = {
  name: 'fluxbb',
  detect: ['#punviewtopic', '.blockpost'],
  confidence: 'high',
  root: 'div.blockpost[id^="p"]',
  id: ':scope @id /p(\\d+)/',
  author: '.postleft dt strong',
  authorId: '.postleft dt a @href /id=(\\d+)/',
  date: 'h2 a',
  body: '.postmsg',
  quote: '.quotebox',
  drop: '.postsignature, .postedit',
  floor: 'h2 .conr /#(\\d+)/',
};

import type { Adapter } from '../model/adapter';

/** Comments under a news article of Discuz!'s portal. */
export const discuzPortal: Adapter = {
  name: 'discuz-portal',
  detect: ['#comment_ul', '#comment_*'],
  confidence: 'high',
  root: ['#comment_ul > dl[id^="comment_"]', '.bm_c > dl[id^="comment_"]'],
  id: ':scope @id /comment_(\\d+)/',
  author: ['dt a.xi2', 'dt a', 'dt ~own'],
  authorId: 'dt a[href*="uid"] @href /uid[=-](\\d+)/',
  date: 'dt .xg1.xw0, dt .xg1',
  body: 'dd',
  quote: '.quote',
  declared: '#_commentnum',
};

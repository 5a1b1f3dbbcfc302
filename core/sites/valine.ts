import type { Adapter } from '../model/adapter';

/** Valine and its heirs. */
export const valine: Adapter = {
  name: 'valine',
  detect: ['.vcards', '.vcard'],
  confidence: 'high',
  root: '.vcard[id]:has(.vcontent)',
  id: ':scope @id',
  author: '.vnick',
  date: ['.vtime @title', '.vtime'],
  body: '.vcontent',
  quote: '.vcontent > blockquote',
  drop: '.vcontent > p:first-child > a.at:only-child',
  parent: '.vcontent a.at[href^="#"] @href /#(.+)/',
  declared: '.vnum',
};

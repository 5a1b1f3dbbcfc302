import type { Adapter } from '../model/adapter';

/** Comments at Yahoo! Japan News. Classes are hashed; the click parameters name the parts. */
export const yahooJapan: Adapter = {
  name: 'yahoo-japan',
  hosts: ['news.yahoo.co.jp'],
  confidence: 'high',
  root: 'article:has(a[data-cl-params*="_cl_vmodule:cmt_"], a[data-cl-params*="_cl_vmodule:rep"])',
  id: 'a[data-cl-params*="prmtime"] @href /comments\\/([0-9a-f-]{36})/',
  author: 'a[data-cl-params*="_cl_link:profnm"]',
  authorId: 'a[data-cl-params*="_cl_link:profnm"] @href /users\\/([^/?]+)/',
  date: ['a[data-cl-params*="prmtime"] time @datetime', 'a[data-cl-params*="prmtime"]'],
  body: ['p[class*="sc-169yn8p-11"]', 'p[class*="sc-"]', 'p'],
};

import type { Adapter } from '../model/adapter';

/** Inven. */
export const inven: Adapter = {
  name: 'inven',
  hosts: ['inven.co.kr'],
  confidence: 'medium',
  root: '.commentList1 li.row',
  author: '.nickname',
  date: '.date',
  body: '.cmtContentOne',
};

import type { Adapter } from '../model/adapter';

/** Nate Pann. Two of the list stand once more in the block of best comments. */
export const natepann: Adapter = {
  name: 'natepann',
  hosts: ['pann.nate.com'],
  confidence: 'high',
  root: 'dl.cmt_item',
  best: '.cmt_best',
  id: [':scope @id /(\\d+)/', 'dd[id] @id /(\\d{4,})/'],
  author: ['.nameui @title', '.nameui'],
  date: 'dt i',
  body: 'dd.usertxt',
  score: '.n_good',
};

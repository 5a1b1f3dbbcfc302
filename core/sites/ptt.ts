import type { Adapter } from '../model/adapter';

/** Pushes under an article at PTT. They have no ids; the year is the article's. */
export const ptt: Adapter = {
  name: 'ptt',
  hosts: ['ptt.cc'],
  confidence: 'high',
  root: '#main-content > div.push:has(.push-userid)',
  author: '.push-userid',
  authorId: '.push-userid',
  date: '.push-ipdatetime /\\d\\d\\/\\d\\d \\d\\d:\\d\\d/',
  body: '.push-content /^:?\\s*([^]*)/',
};

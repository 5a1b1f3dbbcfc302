import type { Adapter } from '../model/adapter';

/** Der Standard: postings in the open shadow root of its forum element. */
export const derstandard: Adapter = {
  name: 'derstandard',
  hosts: ['derstandard.at', 'derstandard.de'],
  confidence: 'high',
  root: 'dst-forum >>> dst-posting[data-postingid]',
  id: ':scope @data-postingid',
  author: ['dst-posting--user button span > span', 'dst-posting--user'],
  date: ['time[data-date] @data-date', 'time @datetime'],
  body: '.posting--content',
  score: 'dst-posting--ratinglog @positiveratings',
  parent: ':scope @data-parentpostingid',
  depth: ['^section.thread =1', ':scope =0'],
};

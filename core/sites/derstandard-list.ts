import type { Adapter } from '../model/adapter';

/** Der Standard's older list of postings. */
export const derstandardList: Adapter = {
  name: 'derstandard-list',
  hosts: ['derstandard.at', 'derstandard.de'],
  confidence: 'high',
  root: 'div.posting[data-postingid]',
  id: ':scope @data-postingid',
  author: ['.upost-usercontainer .upost-communityname', ':scope @data-communityname'],
  authorId: ':scope @data-communityidentityid',
  date: ['.js-timestamp @data-timestamp', '.js-timestamp'],
  body: ['.upost-body', '.upost-text'],
  score: '.js-ratings-positive-count',
  depth: ':scope @data-level',
  parent: ':scope @data-parentpostingid',
};

import type { Adapter } from '../model/adapter';

/** LWN.net. */
export const lwn: Adapter = {
  name: 'lwn',
  hosts: ['lwn.net'],
  confidence: 'high',
  root: 'details.CommentBox',
  id: ['a[name^="Comm"] @name /(\\d+)/', '.CommentPoster a[href^="/Articles/"] @href /(\\d+)/'],
  author: '.CommentPoster b',
  date: '.CommentPoster /Posted (.+?) by/',
  body: '.FormattedComment',
  quote: '.QuotedText, blockquote',
};

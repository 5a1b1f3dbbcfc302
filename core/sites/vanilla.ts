import type { Adapter } from '../model/adapter';

/** Vanilla Forums. */
export const vanilla: Adapter = {
  name: 'vanilla',
  detect: ['.MessageList', '.ItemComment', '.Vanilla'],
  confidence: 'high',
  root: ['.MessageList .ItemDiscussion, .MessageList .ItemComment', '.ItemDiscussion, .ItemComment'],
  id: ':scope @id /(\\d+)/',
  author: '.Author .Username, .Author a:not(.PhotoWrap)',
  date: ['.DateCreated time @datetime', '.CommentInfo time @datetime', 'time @datetime'],
  body: ['.Message.userContent', '.Message'],
  quote: '.UserQuote, blockquote, .js-quoteEmbed',
  drop: '.UserSignature, .Signature, .DateUpdated',
  op: ':scope.ItemDiscussion =1',
};

import type { Adapter } from '../model/adapter';

/** Coral, in its shadow root or in a frame. Its coral-* classes are a public interface. */
export const coral: Adapter = {
  name: 'coral',
  detect: ['#coral_thread', '.coral-comment'],
  confidence: 'high',
  root: ['.coral-comment', '#coral_thread >>> .coral-comment'],
  id: [':scope @id /comment-(.+)/', ':scope @data-testid /comment-(.+)/', '^[id^="comment-"] @id /comment-(.+)/'],
  author: '.coral-comment-username',
  date: ['.coral-comment-timestamp @datetime', 'time @datetime', '.coral-comment-timestamp'],
  body: '.coral-comment-content',
  quote: 'blockquote',
  depth: ['^[class*="coral-indent-"] @class /coral-indent-(\\d+)/', '[class*="coral-indent-"] @class /coral-indent-(\\d+)/', ':scope =0'],
  replyTo: '.coral-comment-inReplyToUsername, .coral-comment-inReplyTo-username',
};

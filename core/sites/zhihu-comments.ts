import type { Adapter } from '../model/adapter';

/** Comments at Zhihu: hashed classes, only the container and the content keep theirs. */
export const zhihuComments: Adapter = {
  name: 'zhihu-comments',
  hosts: ['zhihu.com'],
  confidence: 'low',
  root: ['.Comments-container div[data-id]', '.CommentItemV2'],
  id: ':scope @data-id',
  author: ['a[href*="/people/"]:not(:has(img))', '.UserLink-link'],
  authorId: 'a[href*="/people/"] @href /people\\/([^/?]+)/',
  date: [
    '.CommentItemV2-time',
    'span /^(?:\\d{4}-)?\\d\\d-\\d\\d(?: \\d\\d:\\d\\d)?$|^(?:昨天|今天) ?\\d\\d:\\d\\d$|^\\d+ ?(?:分钟|小时|天)前$/',
  ],
  body: ['.CommentContent', '.CommentItemV2-content', '.CommentItemV2-metaSibling'],
  score: 'button.Button--withLabel /^\\s*(\\d+)/',
};

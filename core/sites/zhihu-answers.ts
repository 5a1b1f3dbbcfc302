import type { Adapter } from '../model/adapter';

/** Answers to a question at Zhihu. */
export const zhihuAnswers: Adapter = {
  name: 'zhihu-answers',
  hosts: ['zhihu.com'],
  confidence: 'high',
  root: '.ContentItem.AnswerItem',
  id: [':scope @name', ':scope @data-zop{itemId}'],
  author: ['.AuthorInfo-name', ':scope @data-zop{authorName}'],
  authorId: '.AuthorInfo a[href*="/people/"] @href /people\\/([^/?]+)/',
  date: ['meta[itemprop="dateCreated"] @content', '.ContentItem-time /(?:发布于|编辑于)\\s*(.+)/', '.ContentItem-time'],
  body: ['.RichContent-inner .RichText', '.RichContent-inner'],
  quote: 'blockquote',
  score: ['meta[itemprop="upvoteCount"] @content', '.VoteButton--up @aria-label', '.VoteButton--up'],
  declared: '.List-headerText /([\\d,]+)\\s*个回答/',
};

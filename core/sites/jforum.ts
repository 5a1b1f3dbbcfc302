import type { Adapter } from '../model/adapter';

/** JForum and its heirs. */
export const jforum: Adapter = {
  name: 'jforum',
  hosts: ['permies.com', 'coderanch.com'],
  confidence: 'medium',
  root: ['div.postItem:has(.postText)', 'div.post:has(.postbody)'],
  id: ['.postdate [id] @id /(\\d+)/', '.postInfo [id] @id /(\\d+)/'],
  author: ['.name a', '.name', '.poster'],
  authorId: ['.name a[href*="/u/"] @href /\\/u\\/(\\d+)/', '.poster a @href /\\/(\\d+)\\./'],
  date: ['.postdate [title] @title', '.postdate'],
  body: ['.postText', '.postbody'],
  quote: 'blockquote',
  drop: '.signature, .meritBadges',
};

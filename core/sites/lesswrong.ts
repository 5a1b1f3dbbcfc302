import type { Adapter } from '../model/adapter';

/** LessWrong, EA Forum and others on ForumMagnum. */
export const lesswrong: Adapter = {
  name: 'lesswrong',
  detect: ['.CommentsItem-root'],
  confidence: 'medium',
  root: 'div.CommentsItem-root',
  wrap: '.comments-node',
  id: ['^[id].comments-node @id', ':scope @id'],
  author: ['.CommentUserName-author', '.CommentUserName-mainWrapper', '.UsersNameDisplay-userName', '.CommentsItemMeta-username'],
  authorId: 'a[href^="/users/"] @href /users\\/([^?/]+)/',
  date: ['.CommentsItemDate-root time @datetime', '.CommentsItemDate-root'],
  body: ['.CommentBody-root', '.CommentBody-commentStyling'],
  quote: 'blockquote',
  score: '.OverallVoteAxis-voteScore',
};

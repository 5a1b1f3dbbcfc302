import type { Adapter } from '../model/adapter';

/** Invision Community 4. */
export const invision4: Adapter = {
  name: 'invision-4',
  detect: ['.ipsComment', '#elComment_*'],
  confidence: 'high',
  root: 'article.ipsComment[id^="elComment_"], article.cPost',
  id: ':scope @id /elComment_(\\d+)/',
  author: ['.cAuthorPane_author a, .cAuthorPane_author', '.ipsComment_author a, .ipsComment_author'],
  date: ['.ipsComment_meta time @datetime', 'time @datetime'],
  body: ['[data-role="commentContent"]', '.cPost_contentWrap .ipsType_richText', '.ipsType_richText'],
  authorId: '.cAuthorPane a[href*="/profile/"], .cAuthorPane_author a, .ipsComment_author a[href*="/profile/"] @href /profile\\/(\\d+)/',
  quote: 'blockquote.ipsQuote',
  drop: '[data-role="memberSignature"], .ipsType_reset.ipsType_medium > strong',
  parent: 'blockquote.ipsQuote @data-ipsquote-contentcommentid',
};

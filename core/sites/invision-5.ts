import type { Adapter } from '../model/adapter';

/** Invision Community 5. */
export const invision5: Adapter = {
  name: 'invision-5',
  detect: ['.ipsEntry'],
  confidence: 'high',
  root: 'article.ipsEntry',
  id: ':scope @id /(\\d+)/',
  author: '.ipsEntry__username',
  authorId: '.ipsEntry__username a[href*="/profile/"] @href /profile\\/(\\d+)/',
  date: 'time @datetime',
  body: ['[data-role="commentContent"]', '.ipsEntry__post .ipsRichText', '.ipsRichText'],
  quote: 'blockquote.ipsQuote',
  drop: '.ipsEntry__signature',
  parent: 'blockquote.ipsQuote @data-ipsquote-contentcommentid',
};

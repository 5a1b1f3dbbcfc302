import type { Adapter } from '../model/adapter';

/** Fora, VerticalScope's engine that grew from XenForo. */
export const fora: Adapter = {
  name: 'fora',
  detect: ['.MessageCard'],
  confidence: 'high',
  root: 'div.MessageCard[id^="js-post-"]',
  id: ':scope @id /js-post-(\\d+)/',
  author: '.MessageCard__user-info__name',
  authorId: '.MessageCard__user-info__name[data-user-id], .MessageCard__user-info__name [data-user-id] @data-user-id',
  date: ['.MessageCard__date-created time @datetime', '.MessageCard__date-created'],
  body: '.message-body .bbWrapper',
  quote: '.bbCodeBlock--quote',
  drop: '.message-signature, .bbCodeBlock-expandLink',
  floor: 'meta[itemprop="position"] @content',
  parent: '.bbCodeBlock--quote @data-source /post: (\\d+)/',
};

import type { Adapter } from '../model/adapter';

/** Humoruniv. Answers follow their comment as flat siblings. */
export const humoruniv: Adapter = {
  name: 'humoruniv',
  hosts: ['humoruniv.com'],
  confidence: 'high',
  root: 'li[id^="comment_li_"]',
  id: ':scope @id /(\\d+)/',
  author: '.hu_nick_txt',
  date: '.etc /\\d{4}-\\d\\d-\\d\\d.*?\\d\\d:\\d\\d(?::\\d\\d)?/',
  body: ['.comment_text', '.comment_body'],
  score: '.ok .r',
  depth: [':scope.sub_comm_bt =1', ':scope =0'],
};

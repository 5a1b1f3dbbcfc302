import type { Adapter } from '../model/adapter';

/** phpWind 9. From the template of 2014. */
export const phpwind: Adapter = {
  name: 'phpwind',
  detect: ['.J_read_floor', '#read_*'],
  confidence: 'medium',
  root: 'div.J_read_floor[id^="read_"]',
  id: ':scope @id /read_(\\d+)/',
  author: '.floor_info .name a',
  authorId: '.J_user_card_show[data-uid] @data-uid',
  date: '.floor_top_tips /\\d{4}-\\d+-\\d+ \\d+:\\d+(?::\\d+)?/',
  body: '.editor_content',
  quote: 'blockquote',
  drop: '.signature',
  floor: '.floor_top_tips /(\\d+)楼/',
};

import type { Adapter } from '../model/adapter';

/** Baidu Tieba as rendered by its server: floors, and the replies within a floor. */
export const tieba: Adapter = {
  name: 'tieba',
  hosts: ['tieba.baidu.com'],
  confidence: 'high',
  root: '#j_p_postlist > .l_post[data-field], .lzl_single_post[data-field]',
  id: [':scope @data-field{content.post_id}', ':scope @data-field{spid}', '.d_post_content @id /(\\d+)/'],
  author: [
    '.p_author_name',
    '.lzl_cnt > .at',
    ':scope @data-field{author.user_nickname}',
    ':scope @data-field{author.user_name}',
    ':scope @data-field{user_name}',
  ],
  authorId: [':scope @data-field{author.portrait}', ':scope @data-field{portrait}'],
  date: ['.tail-info /\\d{4}-\\d+-\\d+ \\d+:\\d+/', ':scope @data-field{content.date}', '.lzl_time'],
  body: ['.d_post_content', '.lzl_content_main /^(?:回复\\s*\\S+\\s*[:：])?\\s*([^]*)/'],
  drop: '.user_sign, .d_sign_split, .replace_tip',
  floor: [':scope @data-field{content.post_no}', '.tail-info /(\\d+)楼/'],
  replyTo: '.lzl_content_main > .at',
  op: '.louzhubiaoshi',
  declared: '.l_reply_num .red, .l_posts_num .red',
};

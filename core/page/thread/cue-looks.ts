import { attributeOf } from '../safe-dom';
import { HINT } from './hints';
import { REPLY } from './words';

const AVATAR = /avatar|gravatar|userpic|portrait|profile-?(?:pic|photo|image)|user-?(?:photo|image|icon)|headimg|\/face\/|noavatar/i;

/** The picture of a person: by its own class (`hints`) or address, or by the class of what it directly stands in (`around`). */
export function isAvatar(image: Element, hints: number, around: number): boolean {
  if (hints & HINT.avatar && hints & HINT.author) return true;
  if (around & HINT.avatar) return true;
  return AVATAR.test(
    `${attributeOf(image, 'class') ?? ''} ${attributeOf(image, 'src')?.slice(0, 200) ?? ''} ${attributeOf(image, 'data-src')?.slice(0, 200) ?? ''}`,
  );
}

const ANSWERS =
  /comment-?reply|reply-?(?:link|btn|button|to|quote)|quote-?(?:btn|button|link)|btn-?(?:reply|quote|report)|replytocom|multi-?quote|report-?(?:link|abuse|post|comment|button)|flag-?(?:link|comment|as)/i;

/** A control without words: its class says that it answers or reports. */
export const answersByClass = (className: string): boolean => className !== '' && ANSWERS.test(className);

/** The same by its title, label or alternative text. */
export function answersByWords(element: Element, tag: string): boolean {
  const words = attributeOf(element, 'title') ?? attributeOf(element, 'aria-label') ?? (tag === 'IMG' ? attributeOf(element, 'alt') : null);
  return words !== null && words !== '' && words.length < 40 && REPLY.test(words);
}

/** The same by what it leads to. */
export const answersByAddress = (href: string): boolean =>
  /replytocom=|[?&]reply|action=(?:reply|report|quote)|do=(?:newreply|postreply|report)|mode=(?:quote|reply)|\/reply[/?]|#reply/i.test(
    href,
  );

import { dropHidden } from './fold-chars';

/**
 * The key under which a person without an id is kept: NFKC, without hidden and control characters, lower case, trimmed, white space single.
 * Look-alikes stay apart on purpose: `аdmin` with a Cyrillic а is another person.
 */
export function matchingName(name: string): string {
  return dropHidden(dropHidden(name).normalize('NFKC')).toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** What a name hides, as keys for a warning: `hidden` (characters that do not show), `direction` (text direction switched), `mixed` (Latin mixed with Cyrillic or Greek), `width` (compatibility forms of plain letters). */
export function disguises(name: string): string[] {
  const found: string[] = [];
  // Emoji carry joiners and variation selectors by right.
  const bare = name.replace(/\p{Extended_Pictographic}[\p{DI}\p{Extended_Pictographic}\p{Emoji_Modifier}]*|[#*0-9]\ufe0f?\u20e3/gu, '');
  if (/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u.test(bare)) found.push('direction');
  if (/[\p{DI}\p{Cc}\ufff9-\ufffb]/u.test(bare.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\s]/gu, ''))) found.push('hidden');
  for (const word of bare.normalize('NFKC').match(/[\p{L}\p{M}]+/gu) ?? []) {
    if (/\p{sc=Latin}/u.test(word) && /[\p{sc=Cyrillic}\p{sc=Greek}]/u.test(word)) {
      found.push('mixed');
      break;
    }
  }
  if (Array.from(bare).some((c) => c > '~' && /^[A-Za-z0-9]+$/.test(c.normalize('NFKC')))) found.push('width');
  return found;
}

import type { Comment } from '../model/thread';

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'，。）】」]+/giu;
const PICTOGRAPH = /[\p{Extended_Pictographic}\p{Emoji_Component}\p{Regional_Indicator}\s]/gu;
// Forums write their own smileys as [doge] or :smile:.
const SMILEY = /\[[\p{L}\p{N}_]{1,8}\]|:[a-z0-9_+-]{2,24}:/giu;

/** Characters of a comment as a person counts them: code points without white space at the ends. */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text.trim()) count++;
  return count;
}

/** Web addresses written in the text. */
export const linksIn = (text: string): number => text.match(LINK)?.length ?? 0;

/** Whether nothing but emoji, links or pictures is in a comment. A comment without any words is a picture or sticker. */
export function isOnly(what: 'emoji' | 'links' | 'images', text: string): boolean {
  const trimmed = text.trim();
  if (what === 'images') return trimmed === '';
  if (trimmed === '') return false;
  if (what === 'links') return linksIn(trimmed) > 0 && trimmed.replace(LINK, '').trim() === '';
  const bare = trimmed.replace(SMILEY, '');
  return bare.replace(PICTOGRAPH, '') === '' && !/^[\d#*\s]+$/.test(bare.trim() || 'x');
}

/** Hours from the comment's date to `now`; null without a readable date. Day precision counts from the day's start in UTC. */
export function ageInHours(comment: Comment, now: number): number | null {
  const at = comment.date === null ? Number.NaN : Date.parse(comment.date);
  return Number.isNaN(at) ? null : (now - at) / 3_600_000;
}

/** The number in "#12", "12楼" or "1.1"; null if there is none. */
export function floorNumber(floor: string | null): number | null {
  const digits = floor?.normalize('NFKC').match(/\d+(?:\.\d+)?/);
  return digits ? Number(digits[0]) : null;
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'ja'],
  [/\p{sc=Hangul}/u, 'ko'],
  [/\p{sc=Han}/u, 'zh'],
  [/\p{sc=Cyrillic}/u, 'ru'],
  [/\p{sc=Arabic}/u, 'ar'],
  [/\p{sc=Thai}/u, 'th'],
  [/\p{sc=Greek}/u, 'el'],
  [/\p{sc=Hebrew}/u, 'he'],
  [/\p{sc=Devanagari}/u, 'hi'],
];

/** The language that a script alone gives away; null for Latin and for text without letters. A caller with a better guess passes its own. */
export function languageByScript(text: string): string | null {
  for (const [script, lang] of SCRIPTS) if (script.test(text)) return lang;
  return null;
}

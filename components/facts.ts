import type { Comment, Thread } from '../core/model/thread';
import type { Strings } from './strings';

/** A comment's place in words: its floor as the page writes it, otherwise its number in page order. */
export function placeOf(comment: Comment, thread: Thread, t: Strings['t']): string {
  if (comment.floor !== null) return t('comment.floor', { floor: comment.floor });
  return t('comment.number', { count: thread.comments.indexOf(comment) + 1 });
}

/** An ISO date, instant or hour bin (`2026-03-02T09`) as the reader writes it, hours with their time; what is no date stays as it is. */
export function whenText(iso: string, date: Strings['date']): string {
  const isHour = /T\d\d$/.test(iso);
  const at = Date.parse(isHour ? `${iso}:00` : iso);
  return Number.isNaN(at) ? iso : date(at, isHour);
}

/** A language's name in the language of the UI; the tag itself if the browser knows none. */
export function languageName(tag: string, uiLang: string): string {
  try {
    return new Intl.DisplayNames([uiLang], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The address without scheme, for showing. Anything that is no http(s) address gives ''. */
export function shortAddress(url: string): string {
  return /^https?:\/\//i.test(url) ? url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '') : '';
}

/** The address if it is http(s), null otherwise: stored addresses never become `javascript:` links. */
export function safeLink(url: string): string | null {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
  } catch {
    return null;
  }
}

/** The comments of a thread without the post that opened it, which is the story rather than a comment. */
export const answersOf = (thread: Thread): readonly Comment[] => thread.comments.filter((comment) => !comment.op);

import type { Mark } from '../model/mark';
import type { Thread } from '../model/thread';
import { resolve } from './anchor';

/** What a page knows of itself when it looks for its marks. */
export interface Ground {
  readonly url: string;
  /** The story's text, a block a line; null without a story. */
  readonly article: string | null;
  readonly thread: Thread | null;
}

/** How a mark stands on a page. `now`: the comment's text there; null if it was not seen. */
export interface MarkPlace {
  readonly uuid: string;
  readonly state: 'placed' | 'missing' | 'lost';
  readonly now: string | null;
}

/** Characters of a comment that a mark keeps. */
const KEPT = 9000;
const oneSpaced = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const withoutFragment = (url: string): string => url.replace(/#.*$/u, '');

/** The text as it reads now, as far as a mark keeps one. What was never kept cannot be told from an edit, and spacing is the reader's doing as often as the writer's. */
function textNow(mark: Mark, text: string): string {
  const seen = text.slice(0, KEPT);
  return mark.text === '' || oneSpaced(seen) === oneSpaced(mark.text) ? mark.text : seen;
}

/**
 * How one mark stands on a page; null where the page cannot tell. A comment that is not there counts as missing only on the very page where
 * it was marked, with all comments that the page declares: other pages of the thread say nothing about it.
 */
export function placeMark(mark: Mark, { url, article, thread }: Ground): MarkPlace | null {
  const { uuid, selectors } = mark;
  const isHere = withoutFragment(mark.url) === withoutFragment(url);
  if (mark.commentKey === null) {
    if (article === null || !selectors) return null;
    // Another page of the same story has other words: what was edited is told on the very page only.
    const now = isHere ? textNow(mark, article) : null;
    return { uuid, state: resolve(article, selectors) ? 'placed' : 'lost', now };
  }
  const comment = thread?.comments.find(({ key }) => key === mark.commentKey);
  if (!comment) {
    const isWhole = thread !== null && (thread.declared === null || thread.declared <= thread.comments.length);
    return isHere && isWhole ? { uuid, state: 'missing', now: null } : null;
  }
  const now = textNow(mark, comment.text);
  return { uuid, state: selectors && !resolve(comment.text, selectors) ? 'lost' : 'placed', now };
}

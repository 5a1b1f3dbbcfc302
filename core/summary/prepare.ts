import type { Comment } from '../model/thread';
import type { Vocabulary } from './tokens';

/** A comment as the digest works on it. */
export interface Prepared {
  readonly comment: Comment;
  /** Its different terms with the number of times each occurs. */
  readonly terms: readonly number[];
  readonly counts: readonly number[];
  /** Terms in all. */
  readonly length: number;
  /** Lower-cased text without spaces and punctuation, to tell duplicates by. */
  readonly plain: string;
}

/** Text behind this many units adds nothing to what a comment stands for. */
const READ_UNITS = 1200;

/** Reads a comment's terms. */
export function prepareComment(comment: Comment, vocabulary: Vocabulary): Prepared {
  const all = vocabulary.read(comment.text, 0, Math.min(comment.text.length, READ_UNITS));
  const seen = new Map<number, number>();
  for (const term of all) seen.set(term, (seen.get(term) ?? 0) + 1);
  const plain = comment.text.replace(/[\s!-/:-@[-`{-~。，！？、；：“”‘’…～·]+/g, '').toLowerCase();
  return { comment, terms: [...seen.keys()], counts: [...seen.values()], length: all.length, plain: plain || comment.text.trim() };
}

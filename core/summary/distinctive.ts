import type { Comment } from '../model/thread';
import { bestTerms, countTerms, countTexts, type TermCount } from './terms';

/** A term must be used by so many comments to be called the discussion's. */
const MIN_COMMENTS = 2;
/** Pseudo-counts that a term is given in either text: rare terms must differ more to count. */
const PRIOR = 0.5;
/** Comments read between two yields. */
const SLICE = 100;
/** Units of a comment that are read. */
const READ_UNITS = 400;

/**
 * The terms that the comments use more than the article does, most distinctive first: log-odds with a prior, divided by its
 * standard deviation (Monroe, Colaresi and Quinn 2008), times the logarithm of how many comments use it. A term of one comment alone
 * never counts. Yields between slices.
 */
export function* distinctiveSteps(
  comments: readonly Comment[],
  article: readonly string[],
  lang: string | null,
  limit: number,
): Generator<number, string[]> {
  const used = new Map<string, TermCount>();
  for (let at = 0; at < comments.length; at += SLICE) {
    countTexts(
      comments.slice(at, at + SLICE).map(({ text }) => text.slice(0, READ_UNITS)),
      lang,
      used,
    );
    yield at / comments.length;
  }
  const background = countTerms(article, lang);
  let all = 0;
  for (const { count } of used.values()) all += count;
  let other = 0;
  for (const { count } of background.values()) other += count;
  const scored: { key: string; term: string; score: number }[] = [];
  for (const [key, { term, count }] of used) {
    if (count < MIN_COMMENTS) continue;
    const there = background.get(key)?.count ?? 0;
    const here = Math.log((count + PRIOR) / (all - count + PRIOR));
    const odds = here - Math.log((there + PRIOR) / (Math.max(other, all) - there + PRIOR));
    const z = odds / Math.sqrt(1 / (count + PRIOR) + 1 / (there + PRIOR));
    if (z > 0) scored.push({ key, term, score: z * Math.log2(1 + count) });
  }
  return bestTerms(scored, limit);
}

import type { Comment } from '../model/thread';
import { countTerms } from './terms';

/** A term must be used by so many comments to be called the discussion's. */
const MIN_COMMENTS = 2;
/** Pseudo-counts that a term is given in either text: rare terms must differ more to count. */
const PRIOR = 0.5;

/**
 * The terms that the comments use more than the article does, most distinctive first: log-odds with a prior, divided by its
 * standard deviation (Monroe, Colaresi and Quinn 2008), times the number of comments' share. A term one comment alone uses never counts.
 */
export function distinctiveTerms(comments: readonly Comment[], article: string, lang: string | null, limit: number): string[] {
  const used = new Map<string, { term: string; comments: number }>();
  for (const { text } of comments)
    for (const [key, { term }] of countTerms([text], lang)) {
      const known = used.get(key);
      if (known) known.comments++;
      else used.set(key, { term, comments: 1 });
    }
  const background = countTerms([article], lang);
  let all = 0;
  for (const { comments: count } of used.values()) all += count;
  let other = 0;
  for (const { count } of background.values()) other += count;
  const scored: { key: string; term: string; score: number }[] = [];
  for (const [key, { term, comments: count }] of used) {
    if (count < MIN_COMMENTS) continue;
    const there = background.get(key)?.count ?? 0;
    const odds = Math.log((count + PRIOR) / (all - count + PRIOR)) - Math.log((there + PRIOR) / (Math.max(other, all) - there + PRIOR));
    const z = odds / Math.sqrt(1 / (count + PRIOR) + 1 / (there + PRIOR));
    if (z > 0) scored.push({ key, term, score: z * Math.log2(1 + count) });
  }
  scored.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const out: { key: string; term: string }[] = [];
  for (const one of scored) {
    if (out.length >= limit) break;
    if (!out.some(({ key }) => key.includes(one.key) || one.key.startsWith(key))) out.push(one);
  }
  return out.map(({ term }) => term);
}

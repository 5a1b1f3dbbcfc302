import type { Candidate } from './candidates';

/** A summary may exceed its budget by this share, so that a good sentence is not lost to a few words. */
const OVER = 1.15;
/** Once this share of the budget is used, no sentence is added only to fill the rest. Characters say more: editors' leads in CJK stay far below the limit. */
const FILLED = 0.75;
const FILLED_CJK = 0.45;
/** What a sentence loses for each e-fold of its length over the whole budget. */
const TOO_LONG = 0.5;
/** How much of a sentence's score a sentence that says the same takes away. */
const REDUNDANCY = 1.5;
/** Sharing more than this part of the shorter one's terms is saying the same again: never, as long as there is anything else. */
const SAME = 0.85;
const REPEATED = 100;

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

/** Indices by falling score, ties in page order. */
const byScore = (scores: readonly number[]) => scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);

/** The best `count` candidates that do not repeat each other (maximal marginal relevance), as indices in page order. */
export function selectSentences(list: readonly Candidate[], scores: readonly number[], count: number): number[] {
  const pool = byScore(scores).slice(0, Math.max(count * 4, 24));
  const sets = new Map(pool.map((i) => [i, new Set(list[i]!.terms)]));
  const chosen: number[] = [];
  while (chosen.length < count && pool.length > 0) {
    let best = -1;
    let top = Number.NEGATIVE_INFINITY;
    for (const [at, i] of pool.entries()) {
      let worst = 0;
      for (const other of chosen) worst = Math.max(worst, overlap(sets.get(i)!, sets.get(other)!));
      const gain = scores[i]! - REDUNDANCY * worst * worst - (worst > SAME ? REPEATED : 0);
      if (gain > top) {
        top = gain;
        best = at;
      }
    }
    chosen.push(pool[best]!);
    pool.splice(best, 1);
  }
  return chosen.sort((a, b) => a - b);
}

/** The best candidates within `budget` units (words, or characters of CJK where `paired`), at least one, as indices in page order. */
export function selectBudget(list: readonly Candidate[], scores: readonly number[], budget: number, paired: boolean): number[] {
  const fitted = scores.map((score, i) => score - TOO_LONG * Math.max(0, Math.log(list[i]!.units / (budget * OVER))));
  const enough = budget * (paired ? FILLED_CJK : FILLED);
  const chosen: number[] = [];
  let units = 0;
  // The lines of a headline belong together: the text's own words for what it is about.
  const order = byScore(fitted);
  const headlines = order.filter((i) => list[i]!.headline).sort((a, b) => a - b);
  for (const i of [...headlines, ...order.filter((i) => !list[i]!.headline)]) {
    const full = list[i]!.headline ? budget : enough;
    if (chosen.length > 0 && (units >= full || units + list[i]!.units > budget * OVER)) continue;
    chosen.push(i);
    units += list[i]!.units;
  }
  return chosen.sort((a, b) => a - b);
}

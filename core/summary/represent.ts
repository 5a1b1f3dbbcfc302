import type { Prepared } from './prepare';
import { Vocabulary } from './tokens';

/** Candidates looked at; more do not change the picks, and the cost stays in proportion to the thread. */
const MAX_CANDIDATES = 400;
/** Comments that the candidates must stand for; beyond that every n-th is taken. */
const MAX_UNIVERSE = 1500;
/** Units of a comment that are compared. */
const READ_UNITS = 500;
/** Comments read between two yields. */
const SLICE = 60;
/** Terms in more than this share of the comments tell them apart too little to be worth multiplying. */
const COMMON_SHARE = 0.3;
/** Terms of a comment that says something in a glance (twice as many in CJK, where a term is a pair of characters). */
const PREFERRED = [6, 28] as const;
/** A candidate outside the preferred length counts for so much. */
const UNFIT = 0.8;

/** Similarities are raised to this power: many that are somewhat alike count for more than a few that are the same. */
const FLATTEN = 0.9;

export interface Weighted {
  readonly item: Prepared;
  /** How many comments it stands for already (its duplicates and itself). */
  readonly weight: number;
}

/** Who wrote it; null if unknown, and then never the same as another. */
export const authorOf = ({ comment }: Prepared): string | null =>
  comment.author.id ?? (comment.author.name === '' ? null : comment.author.name);

const fits = (item: Prepared) =>
  item.length >= PREFERRED[0] && item.length <= PREFERRED[1] * (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(item.plain) ? 2 : 1);

/**
 * Picks the comments that stand for most others (facility location on tf-idf cosine, greedy), best first, one of each author. Gives
 * indices into `pool`; yields between steps of a few milliseconds.
 */
export function* representSteps(pool: readonly Weighted[], picks: number): Generator<number, number[]> {
  const stride = Math.max(1, Math.ceil(pool.length / MAX_UNIVERSE));
  const universe = pool.map((_, i) => i).filter((i) => i % stride === 0 && pool[i]!.item.length > 0);
  const vocabulary = new Vocabulary();
  const counted = new Map<number, Map<number, number>>();
  const count = (i: number) => {
    let counts = counted.get(i);
    if (!counts) {
      counts = new Map();
      for (const term of vocabulary.read(pool[i]!.item.comment.text.slice(0, READ_UNITS), 0, undefined, true))
        counts.set(term, (counts.get(term) ?? 0) + 1);
      counted.set(i, counts);
    }
    return counts;
  };
  const frequency = new Map<number, number>();
  for (const [u, i] of universe.entries()) {
    for (const term of count(i).keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    if (u % SLICE === SLICE - 1) yield (0.2 * u) / universe.length;
  }
  const limit = Math.max(8, universe.length * COMMON_SHARE);
  const weigh = (counts: ReadonlyMap<number, number>) => {
    const weights: number[] = [];
    let square = 0;
    for (const [term, times] of counts) {
      const weight = (1 + Math.log(times)) * Math.log((1 + universe.length) / (frequency.get(term) ?? 1));
      weights.push(weight);
      square += weight * weight;
    }
    const norm = Math.sqrt(square) || 1;
    return weights.map((weight) => weight / norm);
  };
  const postings = new Map<number, { at: number[]; weight: number[] }>();
  for (const [u, i] of universe.entries()) {
    const counts = count(i);
    const weights = weigh(counts);
    let k = 0;
    for (const term of counts.keys()) {
      const own = weights[k++]!;
      const times = frequency.get(term)!;
      if (times < 2 || times > limit) continue;
      const list = postings.get(term);
      if (list) {
        list.at.push(u);
        list.weight.push(own);
      } else postings.set(term, { at: [u], weight: [own] });
    }
    if (u % SLICE === SLICE - 1) yield 0.2 + (0.1 * u) / universe.length;
  }
  yield 0.3;
  const all = pool.map((_, i) => i).filter((i) => pool[i]!.item.length > 0);
  const preferred = all.filter((i) => fits(pool[i]!.item));
  const base = preferred.length >= picks * 4 ? preferred : all;
  const step = Math.max(1, Math.ceil(base.length / MAX_CANDIDATES));
  const candidates = base.filter((_, k) => k % step === 0);
  const rows: Float32Array[] = [];
  for (const [c, i] of candidates.entries()) {
    const counts = count(i);
    const weights = weigh(counts);
    const row = new Float32Array(universe.length);
    let k = 0;
    for (const term of counts.keys()) {
      const own = weights[k++]!;
      const list = postings.get(term);
      if (!list) continue;
      for (let p = 0; p < list.at.length; p++) row[list.at[p]!]! += own * list.weight[p]!;
    }
    for (let u = 0; u < row.length; u++) if (row[u]! > 0) row[u] = row[u]! ** FLATTEN;
    rows.push(row);
    if (c % 8 === 7) yield 0.3 + (0.4 * c) / candidates.length;
  }
  const weight = Float32Array.from(universe, (i) => pool[i]!.weight);
  const covered = new Float32Array(universe.length);
  const chosen: number[] = [];
  const authors = new Set<string>();
  while (chosen.length < picks) {
    let best = -1;
    let top = 0;
    for (const [c, i] of candidates.entries()) {
      const author = authorOf(pool[i]!.item);
      if (chosen.includes(i) || (author !== null && authors.has(author))) continue;
      const row = rows[c]!;
      let gain = 0;
      for (let u = 0; u < row.length; u++) if (row[u]! > covered[u]!) gain += (row[u]! - covered[u]!) * weight[u]!;
      if (!fits(pool[i]!.item)) gain *= UNFIT;
      if (gain > top) {
        top = gain;
        best = c;
      }
    }
    if (best < 0) break;
    const row = rows[best]!;
    for (let u = 0; u < row.length; u++) if (row[u]! > covered[u]!) covered[u] = row[u]!;
    chosen.push(candidates[best]!);
    const author = authorOf(pool[candidates[best]!]!.item);
    if (author !== null) authors.add(author);
    yield 0.7 + (0.3 * chosen.length) / picks;
  }
  return chosen;
}

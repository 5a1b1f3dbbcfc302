import type { Prepared } from './prepare';

/** Candidates looked at; more do not change the picks, and the cost stays in proportion to the thread. */
const MAX_CANDIDATES = 500;
/** Comments that the candidates must stand for; beyond that every n-th is taken. */
const MAX_UNIVERSE = 2500;
/** Terms in more than this share of the comments tell them apart too little to be worth multiplying. */
const COMMON_SHARE = 0.3;
const PREFERRED = [4, 25] as const;
/** A candidate outside the preferred length counts for so much. */
const UNFIT = 0.8;

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
export function* representSteps(pool: readonly Weighted[], picks: number, size: number): Generator<number, number[]> {
  const stride = Math.max(1, Math.ceil(pool.length / MAX_UNIVERSE));
  const universe = pool.map((_, i) => i).filter((i) => i % stride === 0 && pool[i]!.item.length > 0);
  const frequency = new Float64Array(size);
  for (const i of universe) for (const term of pool[i]!.item.terms) frequency[term]!++;
  const idf = frequency.map((n) => (n > 0 ? Math.log((1 + universe.length) / n) : 0));
  const limit = Math.max(8, universe.length * COMMON_SHARE);
  const postings = new Map<number, { at: number[]; weight: number[] }>();
  const weigh = (item: Prepared) => {
    const weights = item.terms.map((term, k) => (1 + Math.log(item.counts[k]!)) * idf[term]!);
    let square = 0;
    for (const w of weights) square += w * w;
    const norm = Math.sqrt(square) || 1;
    return weights.map((w) => w / norm);
  };
  for (const [u, i] of universe.entries()) {
    const { item } = pool[i]!;
    const weights = weigh(item);
    for (const [k, term] of item.terms.entries()) {
      if (frequency[term]! < 2 || frequency[term]! > limit) continue;
      let list = postings.get(term);
      if (!list) {
        list = { at: [], weight: [] };
        postings.set(term, list);
      }
      list.at.push(u);
      list.weight.push(weights[k]!);
    }
  }
  yield 0.2;
  const all = pool.map((_, i) => i).filter((i) => pool[i]!.item.length > 0);
  const preferred = all.filter((i) => fits(pool[i]!.item));
  const base = preferred.length >= picks * 4 ? preferred : all;
  const step = Math.max(1, Math.ceil(base.length / MAX_CANDIDATES));
  const candidates = base.filter((_, k) => k % step === 0);
  const rows: Float32Array[] = [];
  for (const [c, i] of candidates.entries()) {
    const { item } = pool[i]!;
    const weights = weigh(item);
    const row = new Float32Array(universe.length);
    for (const [k, term] of item.terms.entries()) {
      const list = postings.get(term);
      if (!list) continue;
      const own = weights[k]!;
      for (let p = 0; p < list.at.length; p++) row[list.at[p]!]! += own * list.weight[p]!;
    }
    rows.push(row);
    if (c % 64 === 63) yield 0.2 + (0.5 * c) / candidates.length;
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

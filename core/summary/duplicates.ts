import type { Digest } from '../model/summary';
import type { Prepared } from './prepare';

/** Two comments are nearly the same if they share this part of their different terms. */
const NEAR = 0.8;
/** Shorter comments are alike by chance. */
const NEAR_TERMS = 6;
/** Minimal hashes kept of a comment: at a similarity of 0.8, one of four agrees 998 times in 1,000. */
const SEEDS = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];
/** Of the comments with one minimal hash only so many are compared. */
const MAX_BUCKET = 24;

function shared(a: Prepared, b: Prepared): number {
  const own = new Set(a.terms);
  let common = 0;
  for (const term of b.terms) if (own.has(term)) common++;
  return common / (a.terms.length + b.terms.length - common);
}

/** Collects duplicates one comment at a time, so that the work can be sliced. */
export class Duplicates {
  readonly #exact = new Map<string, number[]>();
  readonly #buckets = SEEDS.map(() => new Map<number, number[]>());
  readonly #leader: number[] = [];
  readonly #items: Prepared[] = [];

  /** Adds the next comment; gives the place of an earlier one that it repeats (nearly) or its own. */
  add(item: Prepared): number {
    const at = this.#items.length;
    this.#items.push(item);
    const same = this.#exact.get(item.plain);
    if (same) {
      same.push(at);
      this.#leader.push(this.#leader[same[0]!]!);
      return this.#leader[at]!;
    }
    this.#exact.set(item.plain, [at]);
    this.#leader.push(item.terms.length >= NEAR_TERMS ? this.#nearest(item, at) : at);
    return this.#leader[at]!;
  }

  #nearest(item: Prepared, at: number): number {
    let found = at;
    for (const [k, seed] of SEEDS.entries()) {
      let least = 0xffffffff;
      for (const term of item.terms) {
        const hash = Math.imul(term + 1, seed) ^ (Math.imul(term + 1, seed) >>> 15);
        const mixed = Math.imul(hash, 0x2c1b3c6d) >>> 0;
        if (mixed < least) least = mixed;
      }
      const buckets = this.#buckets[k]!;
      const bucket = buckets.get(least);
      if (!bucket) {
        buckets.set(least, [at]);
        continue;
      }
      if (found === at) {
        const near = bucket.find((other) => shared(this.#items[other]!, item) >= NEAR);
        if (near !== undefined) found = this.#leader[near]!;
      }
      if (bucket.length < MAX_BUCKET) bucket.push(at);
    }
    return found;
  }

  /** Groups of two or more, the largest first; `near` if not all of a group are the same letter for letter. */
  groups(): Digest['duplicates'] {
    const byLeader = new Map<number, number[]>();
    for (const [at, leader] of this.#leader.entries()) {
      const group = byLeader.get(leader);
      if (group) group.push(at);
      else byLeader.set(leader, [at]);
    }
    return [...byLeader.values()]
      .filter((group) => group.length > 1)
      .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
      .map((group) => ({
        keys: group.map((at) => this.#items[at]!.comment.key),
        near: group.some((at) => this.#items[at]!.plain !== this.#items[group[0]!]!.plain),
      }));
  }
}

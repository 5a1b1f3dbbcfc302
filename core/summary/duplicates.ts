import type { Digest } from '../model/summary';
import type { Prepared } from './prepare';

/** Two comments are nearly the same if they share this part of their different terms. */
const NEAR = 0.8;
/** Shorter comments are alike by chance. */
const NEAR_TERMS = 6;
/** Each band is two minimal hashes: at a similarity of 0.8 one of four bands agrees 98 times in 100. */
const BANDS = [
  [0x9e3779b1, 0x85ebca77],
  [0xc2b2ae3d, 0x27d4eb2f],
  [0x165667b1, 0xd3a2646d],
  [0xfd7046c5, 0xb55a4f09],
] as const;
/** Of the comments with one band in common only so many are compared. */
const MAX_BUCKET = 12;

function leastHash(terms: readonly number[], seed: number): number {
  let least = 0xffffffff;
  for (const term of terms) {
    let hash = Math.imul(term + 1, seed);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = (hash ^ (hash >>> 12)) >>> 0;
    if (hash < least) least = hash;
  }
  return least;
}

/** Collects duplicates one comment at a time, so that the work can be sliced. */
export class Duplicates {
  readonly #exact = new Map<string, number[]>();
  readonly #buckets = BANDS.map(() => new Map<number, number[]>());
  readonly #leader: number[] = [];
  readonly #items: Prepared[] = [];
  /** By term, the last comment that was marked as using it. */
  readonly #marks: number[] = [];

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

  #alike(item: Prepared, other: Prepared, at: number): boolean {
    const [few, many] = item.terms.length < other.terms.length ? [item, other] : [other, item];
    if (few.terms.length < NEAR * many.terms.length) return false;
    let common = 0;
    for (const term of other.terms) if (this.#marks[term] === at) common++;
    return common >= NEAR * (item.terms.length + other.terms.length - common);
  }

  #nearest(item: Prepared, at: number): number {
    for (const term of item.terms) this.#marks[term] = at;
    let found = at;
    for (const [k, [one, two]] of BANDS.entries()) {
      const band = (leastHash(item.terms, one) ^ Math.imul(leastHash(item.terms, two), 31)) >>> 0;
      const buckets = this.#buckets[k]!;
      const bucket = buckets.get(band);
      if (!bucket) {
        buckets.set(band, [at]);
        continue;
      }
      if (found === at) {
        const near = bucket.find((other) => this.#alike(item, this.#items[other]!, at));
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

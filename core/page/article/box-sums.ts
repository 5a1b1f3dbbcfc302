import type { Survey } from '../survey';
import type { Region } from './find-region';
import type { RawBlock } from './read-blocks';

/** Sums over the blocks of any element, by prefix sums: blocks lie in page order. */
export interface BoxSums {
  /** `sum[k]` = what blocks 0 … k-1 add up to: running text, all tokens, tokens in links. */
  readonly goodSum: Float64Array;
  readonly tokenSum: Float64Array;
  readonly linkSum: Float64Array;
  /** The ancestor `levels` above, within the region. */
  above(index: number, levels: number): number;
  /** Share of the page's running text in the element, its link share, and the logarithm of its tokens. */
  of(index: number): readonly [share: number, link: number, tokens: number];
}

function prefix(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let k = 0; k < values.length; k++) sums[k + 1] = sums[k]! + values[k]!;
  return sums;
}

/** Prepares the sums; `total` is all running text of the page. */
export function boxSums(
  survey: Survey,
  region: Region,
  blocks: readonly RawBlock[],
  good: readonly number[],
  tokens: readonly number[],
  linked: readonly number[],
  total: number,
): BoxSums {
  const { parent, end } = survey;
  const goodSum = prefix(good);
  const tokenSum = prefix(tokens);
  const linkSum = prefix(linked);
  // Owners rise in page order, except that a bare run after a child comes back to its parent: it counts where it stands.
  const rising = new Int32Array(blocks.length);
  blocks.forEach((block, k) => {
    rising[k] = Math.max(block.owner, k > 0 ? rising[k - 1]! : 0);
  });
  const firstFrom = (index: number) => {
    let lo = 0;
    let hi = rising.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (rising[mid]! < index) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  };
  const known = new Map<number, readonly [number, number, number]>();
  return {
    goodSum,
    tokenSum,
    linkSum,
    above(index, levels) {
      let at = index;
      for (let n = 0; n < levels && parent[at]! > region.root; n++) at = parent[at]!;
      return at;
    },
    of(index) {
      let box = known.get(index);
      if (!box) {
        const a = firstFrom(index);
        const z = firstFrom(end[index]!);
        const sum = tokenSum[z]! - tokenSum[a]!;
        box = [(goodSum[z]! - goodSum[a]!) / total, (linkSum[z]! - linkSum[a]!) / (sum + 1), Math.log1p(sum)];
        known.set(index, box);
      }
      return box;
    },
  };
}

import { FEATURES } from './describe-blocks';
import type { RawBlock } from './read-blocks';

const BOXED = FEATURES.indexOf('path.join');
/** Share of the story within such boxes from which on the box is the story's own (a paywall's class around all of it). */
const OWN = 0.25;

/**
 * Takes boxes that ask for a subscription, a donation or consent out of the story, by their class names: 2,638 of 2,712 blocks in them are no
 * story in the corpora, but the trees see them too rarely to learn it. Gives the scores, lowered where a block goes.
 */
export function dropBoxes(blocks: readonly RawBlock[], rows: readonly Float32Array[], scores: readonly number[]): readonly number[] {
  let all = 0;
  let boxed = 0;
  scores.forEach((score, k) => {
    if (score <= 0) return;
    all += blocks[k]!.text.length;
    if (rows[k]![BOXED] === 1) boxed += blocks[k]!.text.length;
  });
  if (boxed === 0 || boxed > OWN * all) return scores;
  return scores.map((score, k) => (rows[k]![BOXED] === 1 ? Math.min(score, -1) : score));
}

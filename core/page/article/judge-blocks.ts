import type { Steps } from '../steps';
import { FEATURES } from './describe-blocks';
import { parseTrees, scoreRow, type Tree } from './trees';
import { ASKED, BIAS, TREES } from './weights';

/** Descriptions judged in one step. */
const STEP = 128;

let forest: readonly Tree[] | null = null;

/** Scores descriptions with a sum of small decision trees (learned by scripts/learn-article.mjs): above 0 means "of the story". */
export function* judgeBlocks(rows: readonly Float32Array[]): Steps<number[]> {
  // Read when first needed: most pages that load this never ask.
  forest ??= parseTrees(ASKED, TREES, FEATURES);
  const trees = forest;
  const scores: number[] = [];
  for (const row of rows) {
    if (scores.length % STEP === STEP - 1) yield;
    scores.push(BIAS + scoreRow(trees, row));
  }
  return scores;
}

import { FEATURES } from './describe-blocks';
import { parseTrees, scoreRow, type Tree } from './trees';
import { ASKED, BIAS, TREES } from './weights';

let forest: readonly Tree[] | null = null;

/** Scores descriptions with a sum of small decision trees (learned by scripts/learn-article.mjs): above 0 means "of the story". */
export function judgeBlocks(rows: readonly Float32Array[]): number[] {
  // Read when first needed: most pages that load this never ask.
  forest ??= parseTrees(ASKED, TREES, FEATURES);
  const trees = forest;
  return rows.map((row) => BIAS + scoreRow(trees, row));
}

import { FEATURES } from './describe-blocks';
import { BIAS, THRESHOLD, TREES } from './weights';

/**
 * Scores descriptions with a sum of small decision trees (learned by scripts/learn-article.mjs): > 0 means "of the story".
 * A tree is a flat list of nodes `[feature, limit, no, yes]` (`value > limit` goes to `yes`); a negative target -1-n is leaf n.
 */
export function judgeBlocks(rows: readonly Float32Array[]): number[] {
  const at = new Map(FEATURES.map((name, i) => [name, i]));
  const trees = TREES.map(([nodes, leaves]) => ({
    nodes: nodes.map(([name, limit, no, yes]) => [at.get(name)!, limit, no, yes] as const),
    leaves,
  }));
  return rows.map((row) => {
    let score = BIAS - THRESHOLD;
    for (const { nodes, leaves } of trees) {
      let n = 0;
      while (n >= 0) {
        const node = nodes[n]!;
        n = row[node[0]]! > node[1] ? node[3] : node[2];
      }
      score += leaves[-1 - n]!;
    }
    return score;
  });
}

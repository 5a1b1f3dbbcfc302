import { FEATURES } from './describe-blocks';
import { ASKED, BIAS, TREES } from './weights';

interface Tree {
  readonly feature: Int16Array;
  readonly limit: Float32Array;
  readonly yes: Int16Array;
  readonly no: Int16Array;
  readonly leaves: Float32Array;
}

/** Reads the trees of weights.ts (see there for the notation). Throws on a name that descriptions do not have: then the weights are stale. */
export function parseTrees(asked: string, text: string): readonly Tree[] {
  const columns = asked.split(' ').map((name) => {
    const column = FEATURES.indexOf(name);
    if (column < 0) throw new Error(`weights: learned on a feature that descriptions have, got "${name}"`);
    return column;
  });
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [questions = '', leaves = ''] = line.split('|');
      const nodes = questions
        .trim()
        .split(' ')
        .map((question) => question.split(/[>?:]/).map(Number) as [number, number, number, number]);
      return {
        feature: Int16Array.from(nodes, (node) => columns[node[0]]!),
        limit: Float32Array.from(nodes, (node) => node[1]),
        yes: Int16Array.from(nodes, (node) => node[2]),
        no: Int16Array.from(nodes, (node) => node[3]),
        leaves: Float32Array.from(leaves.trim().split(' '), (leaf) => Number(leaf) / 100),
      };
    });
}

let forest: readonly Tree[] | null = null;

/** Scores descriptions with a sum of small decision trees (learned by scripts/learn-article.mjs): above 0 means "of the story". */
export function judgeBlocks(rows: readonly Float32Array[]): number[] {
  // Read when first needed: most pages that load this never ask.
  forest ??= parseTrees(ASKED, TREES);
  const trees = forest;
  return rows.map((row) => {
    let score = BIAS;
    for (const tree of trees) {
      let n = 0;
      while (n >= 0) n = row[tree.feature[n]!]! > tree.limit[n]! ? tree.yes[n]! : tree.no[n]!;
      score += tree.leaves[-1 - n]!;
    }
    return score;
  });
}

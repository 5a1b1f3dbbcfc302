/** A decision tree: questions `row[feature] > limit`, then leaves. A target from 0 on is the next question, -1 the first leaf. */
export interface Tree {
  readonly feature: Int16Array;
  readonly limit: Float32Array;
  readonly yes: Int16Array;
  readonly no: Int16Array;
  readonly leaves: Float32Array;
}

/**
 * Reads trees as the learning scripts write them (see weights.ts for the notation). `asked` names their features, `features` the columns of a row.
 * Throws on a name that rows do not have: then the weights are stale.
 */
export function parseTrees(asked: string, text: string, features: readonly string[]): readonly Tree[] {
  const columns = asked.split(' ').map((name) => {
    const column = features.indexOf(name);
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

/** What all trees together say about one row. */
export function scoreRow(trees: readonly Tree[], row: Float32Array): number {
  let score = 0;
  for (const tree of trees) {
    let n = 0;
    while (n >= 0) n = row[tree.feature[n]!]! > tree.limit[n]! ? tree.yes[n]! : tree.no[n]!;
    score += tree.leaves[-1 - n]!;
  }
  return score;
}

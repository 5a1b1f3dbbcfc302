/** One tree: its nodes `[feature, limit, no, yes]` and its leaves. */
export type Tree = readonly [
  nodes: readonly (readonly [feature: string, limit: number, no: number, yes: number])[],
  leaves: readonly number[],
];

export const BIAS = 0;
export const THRESHOLD = 0;
export const TREES: readonly Tree[] = [
  [
    [
      ['inMain', 0.5, -1, 1],
      ['linkShare', 0.4, 2, -1],
      ['tokens', 2, -2, -3],
    ],
    [-1, 0.2, 1],
  ],
];

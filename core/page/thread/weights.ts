import type { Feature } from './features';

/** Written by scripts/learn-threads.mjs. */
export const BIAS = -6;
export const WEIGHTS: Readonly<Partial<Record<Feature, number>>> = {
  date: 2,
  author: 2,
  reply: 1.5,
  serialRoot: 1.5,
  classComment: 2,
  schema: 2,
  bareText: 2,
  titleLink: -3,
  classList: -2,
  linkShare: -3,
  size: 1,
};

import type { FEATURES } from './features';

/** What each feature is worth to a sentence. */
export type Weights = Readonly<Record<(typeof FEATURES)[number], number>>;

/** Learned by scripts/learn-summary.mjs from stories that have a title. */
export const TITLED: Weights = {
  titleCosine: 1.02,
  titleRecall: 1.14,
  titleHead: -0.16,
  feedback: -0.12,
  first: -0.52,
  nearStart: 0.84,
  position: -0.46,
  paragraphDecay: 1.11,
  paragraphStart: 0.28,
  centrality: 1.56,
  commonTerms: 0.32,
  leadSimilarity: 0.45,
  afterTitled: 0.58,
  length: 0.65,
  long: -0.22,
  short: -0.53,
  question: -0.13,
  quoted: -0.47,
  dangling: 0.02,
  digits: 0.1,
  names: 0.13,
  firstPerson: 0.11,
  says: -0.09,
  last: 0.35,
  brackets: -0.28,
};

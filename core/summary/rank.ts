import type { Candidates } from './candidates';
import { FEATURES, measure } from './features';
import { TITLED, type Weights } from './weights';

/** A score for every candidate, higher is better: what the weights make of its features. Same input, same scores. */
export function rankCandidates(candidates: Candidates, title: string): number[] {
  const weights: Weights = TITLED;
  const row = FEATURES.map((name) => weights[name]);
  return measure(candidates, title).map((features) => {
    let score = 0;
    for (let k = 0; k < row.length; k++) score += row[k]! * features[k]!;
    return score;
  });
}

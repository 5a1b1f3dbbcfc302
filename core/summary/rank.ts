import type { Candidates } from './candidates';
import { FEATURES, measure } from './features';
import { TITLED, TITLED_CJK, UNTITLED, UNTITLED_CJK, type Weights } from './weights';

function weightsFor(paired: boolean, title: string): Weights {
  if (title.trim() === '') return paired ? UNTITLED_CJK : UNTITLED;
  return paired ? TITLED_CJK : TITLED;
}

/** A score for every candidate, higher is better: what the learned weights make of its features. Same input, same scores. */
export function rankCandidates(candidates: Candidates, title: string): number[] {
  const weights = weightsFor(candidates.paired, title);
  const row = FEATURES.map((name) => weights[name]);
  return measure(candidates, title).map((features) => {
    let score = 0;
    for (let k = 0; k < row.length; k++) score += row[k]! * features[k]!;
    return score;
  });
}

import type { Candidates } from './candidates';
import { FEATURES, measure } from './features';
import { TITLED, TITLED_BRIEF, TITLED_CJK, UNTITLED, UNTITLED_CJK, type Weights } from './weights';

function weightsFor(paired: boolean, title: string, brief: boolean): Weights {
  if (title.trim() === '') return paired ? UNTITLED_CJK : UNTITLED;
  if (paired) return TITLED_CJK;
  return brief ? TITLED_BRIEF : TITLED;
}

/**
 * A score for every candidate, higher is better: what the learned weights make of its features. `brief`: one sentence, or a few words,
 * must stand for the story, as an editor's line under the title does. Same input, same scores.
 */
export function rankCandidates(candidates: Candidates, title: string, brief: boolean): number[] {
  const weights = weightsFor(candidates.paired, title, brief);
  const row = FEATURES.map((name) => weights[name]);
  return measure(candidates, title).map((features) => {
    let score = 0;
    for (let k = 0; k < row.length; k++) score += row[k]! * features[k]!;
    return score;
  });
}

import type { Steps } from '../steps';
import type { Scan } from './cues';
import { FEATURES } from './feature-names';
import { describeGroup } from './features';
import { findGroupsInSteps, type Group } from './groups';
import { withLevels } from './levels';
import { isNameless } from './nameless';
import { pick, type Weighed } from './pick';
import { WEIGHTS } from './weights';

const BELIEF = Float64Array.from(FEATURES, (name) => WEIGHTS[name]?.[0] ?? 0);
const RANK = Float64Array.from(FEATURES, (name) => WEIGHTS[name]?.[1] ?? 0);
const DATE = FEATURES.indexOf('date');
const SIGNED = FEATURES.indexOf('signed');
const BIAS = WEIGHTS.bias?.[0] ?? 0;

const dot = (weights: Float64Array, features: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * features[i]!;
  return sum;
};

/** The group that most likely holds the page's comments, null if none is likely. */
export function* chooseGroup(page: Scan): Steps<Group | null> {
  const groups = yield* findGroupsInSteps(page);
  const weighed: Weighed[] = [];
  for (const group of groups) {
    const features = describeGroup(page, group);
    weighed.push({
      belief: isNameless(page, group, features) ? Number.NEGATIVE_INFINITY : BIAS + dot(BELIEF, features),
      rank: dot(RANK, features),
      told: features[DATE]! + features[SIGNED]!,
      starts: group.spans.map((span) => span.start),
      stop: group.spans.reduce((most, span) => Math.max(most, span.stop), 0),
    });
    yield;
  }
  const chosen = pick(weighed);
  return chosen < 0 ? null : withLevels(page, groups, weighed, chosen);
}

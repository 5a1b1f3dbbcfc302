import { describeGroup, FEATURES } from './features';
import { findGroups, type Group } from './groups';
import type { Scan } from './scan';
import { BIAS, WEIGHTS } from './weights';

/** A group's weight of evidence as log odds against "there are no comments here"; above 0 the group is believed. */
export function weigh(features: ArrayLike<number>): number {
  let sum = BIAS;
  for (let i = 0; i < FEATURES.length; i++) sum += (WEIGHTS[FEATURES[i]!] ?? 0) * features[i]!;
  return sum;
}

/** The group that most likely holds the page's comments, null if none is likely. */
export function chooseGroup(page: Scan): Group | null {
  let best: Group | null = null;
  let bestWeight = 0;
  for (const group of findGroups(page)) {
    const weight = weigh(describeGroup(page, group));
    if (weight > bestWeight) {
      bestWeight = weight;
      best = group;
    }
  }
  return best;
}

/** A group as the choice sees it. */
export interface Weighed {
  /** Log odds that a group like this holds comments at all; above the threshold it is believed. */
  readonly belief: number;
  /** How well it cuts the comments apart, against the other groups of the same page. */
  readonly rank: number;
  /** Share of its records that are dated plus the share that are signed. */
  readonly told: number;
  /** Where its records start: ascending element indexes. */
  readonly starts: readonly number[];
}

/** Belief from which a group counts: the evidence of pages without comments ends below it. */
const THRESHOLD = -1;
/** How much lower a wider group may rank and still stand for a narrower one: "comment by the author" lies within "comment". */
const WIDER_BY = 2;
/** How much less its records may be dated and signed: boxes of the same kind that are no comments are neither. */
const LESS_TOLD = 0.04;

/** Index of the group that holds the comments, -1 for none: the best ranked of those believed, or the widest nearly as good that holds all its records. */
export function pick(groups: readonly Weighed[]): number {
  let best = -1;
  for (let g = 0; g < groups.length; g++) if (groups[g]!.belief > THRESHOLD && (best < 0 || groups[g]!.rank > groups[best]!.rank)) best = g;
  if (best < 0) return -1;
  const narrow = groups[best]!;
  let wide = best;
  for (let g = 0; g < groups.length; g++) {
    const { belief, rank, starts, told } = groups[g]!;
    if (belief <= THRESHOLD || rank < narrow.rank - WIDER_BY || told < narrow.told - LESS_TOLD) continue;
    if (starts.length <= groups[wide]!.starts.length || starts.length > 3 * narrow.starts.length + 2) continue;
    if (holds(starts, narrow.starts)) wide = g;
  }
  return wide;
}

/** Are nearly all of `few` among `many`? Both ascending. */
function holds(many: readonly number[], few: readonly number[]): boolean {
  let found = 0;
  let m = 0;
  for (const start of few) {
    while (m < many.length && many[m]! < start) m++;
    if (many[m] === start) found++;
  }
  return found >= 0.95 * few.length;
}

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
  /** Element index behind its last record. */
  readonly stop: number;
}

/** Belief from which a group counts: the evidence of pages without comments ends below it. */
const THRESHOLD = -0.7;
/** How much lower a wider group may rank and still stand for a narrower one: "comment by the author" lies within "comment". */
const WIDER_BY = 2;
/** How much less its records may be dated and signed: boxes of the same kind that are no comments are neither. */
const LESS_TOLD = 0.04;

/** How much lower a group may rank that leaves out what neither is dated nor signed: a heading, a footer, rows of the form below. */
const BARER_BY = 4;
/** Share of the records that must be such for it to count. */
const BARE = 0.3;

/** Lists of so few records may be cut anew. */
const SHORT = 3;

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
    if (runsOn(starts, narrow)) continue;
    if (holds(starts, narrow.starts)) wide = g;
  }
  return withoutBare(groups, wide);
}

/** The group that holds all that `chosen` says of who wrote when, in fewer records: the rest of them was no comment. `chosen` if there is none. */
function withoutBare(groups: readonly Weighed[], chosen: number): number {
  const all = groups[chosen]!;
  const told = all.told * all.starts.length;
  if (told === 0) return chosen;
  let best = chosen;
  for (let g = 0; g < groups.length; g++) {
    const { belief, rank, starts, stop, told: per } = groups[g]!;
    if (belief <= THRESHOLD || rank < all.rank - BARER_BY || starts.length > (1 - BARE) * all.starts.length) continue;
    if (starts[0]! < all.starts[0]! || stop > all.stop || per * starts.length < told - LESS_TOLD) continue;
    // Of a long list only whole records are left out: a box within each may hold less of what is said.
    if (all.starts.length > SHORT && !starts.every((start) => all.starts.includes(start))) continue;
    if (best === chosen || rank > groups[best]!.rank) best = g;
  }
  return best;
}

/** Does all that a wider group has more stand behind the last record of the narrow one? Such cards are other discussions; one more may be the last comment. */
function runsOn(starts: readonly number[], { starts: few, stop }: Weighed): boolean {
  return starts.length - few.length > 1 && few.length > SHORT && starts.filter((start) => start < stop).length <= few.length;
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

import { countIn } from './ascending';
import type { Scan } from './cues';
import type { Group, Span } from './groups';
import { HINT } from './hints';
import type { Weighed } from './pick';

/** Belief from which a second group is taken into account: rather comments than not. */
const SURE = 0;
/** Groups around single dates or names are too loose for a second level. */
const MADE_ALIKE: ReadonlySet<Group['how']> = new Set(['class', 'id', 'place']);
/** Share of a group's records that must have an author, a date and words of their own. */
const MOST = 0.8;
/** Characters that words of one's own have at least. */
const LEAST_WORDS = 12;

/**
 * The chosen group with a second level where the page has one: the answers or posts that its records are comments on, or the comments that
 * stand within its records. Both levels must name writers and days of their own. The group itself where there is none.
 */
export function withLevels(page: Scan, groups: readonly Group[], weighed: readonly Weighed[], chosen: number): Group {
  const group = groups[chosen]!;
  let best = -1;
  for (let g = 0; g < groups.length; g++) {
    if (g === chosen || weighed[g]!.belief < SURE || (best >= 0 && weighed[g]!.rank <= weighed[best]!.rank)) continue;
    const { how, spans } = groups[g]!;
    if (spans.length < 2 || !MADE_ALIKE.has(how)) continue;
    if (isOuter(page, spans, group.spans, 2) || isOuter(page, group.spans, spans, 1)) best = g;
  }
  if (best < 0) return group;
  const all = [...group.spans, ...groups[best]!.spans].sort((a, b) => a.start - b.start || b.stop - a.stop);
  return { ...group, spans: all };
}

/** Does every inner span lie in an outer one (in `holders` different ones at least), and do both levels hold comments of their own? */
function isOuter(page: Scan, outer: readonly Span[], inner: readonly Span[], holders: number): boolean {
  if (inner.length < 2 || outer[0]!.start >= inner[0]!.start) return false;
  const held: Span[][] = outer.map(() => []);
  let at = 0;
  let last = -1;
  for (const span of inner) {
    if (span.start < last) return false;
    last = span.stop;
    while (at < outer.length && outer[at]!.stop <= span.start) at++;
    const around = outer[at];
    if (!around || span.start <= around.start || span.stop > around.stop) return false;
    if (isQuoted(page, span.start, around.start)) return false;
    held[at]!.push(span);
  }
  if (held.filter((spans) => spans.length > 0).length < holders) return false;
  // One within each is a part of it, however much it looks like a comment.
  if (held.filter((spans) => spans.length === 1).length > MOST * outer.length) return false;
  const nested = outer.some((span, k) => k > 0 && span.start < outer[k - 1]!.stop);
  if (nested) return false;
  const whole = outer.filter((span, k) => isComment(page, span, held[k]!)).length;
  return whole >= MOST * outer.length && inner.filter((span) => isComment(page, span, [])).length >= MOST * inner.length;
}

/** A quotation bears a name and a day as a comment does. */
function isQuoted(page: Scan, i: number, outer: number): boolean {
  for (let j = i; j > outer; j = page.parent[j]!)
    if (page.tags[j] === 'BLOCKQUOTE' || page.tags[j] === 'DETAILS' || page.info[j]!.hints & HINT.quote) return true;
  return page.tags[i + 1] === 'BLOCKQUOTE';
}

/** Has a span a writer, a day and words, those of the spans within it left out? */
function isComment(page: Scan, span: Span, within: readonly Span[]): boolean {
  const left = (count: (from: Span) => number) => count(span) - within.reduce((sum, one) => sum + count(one), 0);
  return (
    left(({ start, stop }) => countIn(page.cues.date, start, stop)) > 0 &&
    left(({ start, stop }) => countIn(page.cues.author, start, stop)) > 0 &&
    left(({ start, stop }) => page.sums[stop]! - page.sums[start]!) >= LEAST_WORDS * 3
  );
}

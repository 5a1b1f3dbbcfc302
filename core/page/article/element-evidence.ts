import { attributeOf, hasAttributeOf } from '../safe-dom';
import type { Survey } from '../survey';
import type { Region } from './find-region';
import { hintsOf } from './hints';

/** Bits beside the hints of `hints.ts` (which take the lowest ones). */
export const IN_ASIDE = 21;
export const IN_FORM = 22;
export const HIDDEN = 24;

const TAG_BITS: Readonly<Record<string, number>> = {
  ASIDE: 1 << IN_ASIDE,
  FOOTER: 1 << IN_ASIDE,
  NAV: 1 << IN_ASIDE,
  FORM: 1 << IN_FORM,
  FIELDSET: 1 << IN_FORM,
};
/** Levels climbed at most: markup nested deeper is hostile, not telling. */
const MAX_CLIMB = 60;

/** Reads what elements say by tag, class, id and state; every element once. */
export interface ElementEvidence {
  /** Bits of the element itself. */
  own(index: number): number;
  /** Bits of all elements from `index` up to, and without, the main container or the first element that holds it. */
  path(index: number): number;
  /** Tag and class, the same for elements of one style. */
  style(index: number): string;
  /** Steps up from `index` to an element that holds `goal`. */
  stepsTo(index: number, goal: number): number;
}

/** Evidence of the elements around a region's blocks. */
export function elementEvidence(survey: Survey, region: Region): ElementEvidence {
  const { elements, tags, parent, end } = survey;
  const bits = new Map<number, number>();
  const paths = new Map<number, number>();
  const styles = new Map<number, string>();
  const own = (i: number): number => {
    const known = bits.get(i);
    if (known !== undefined) return known;
    const element = elements[i]!;
    const tag = tags[i]!;
    const name = attributeOf(element, 'class') ?? '';
    const look = attributeOf(element, 'style');
    styles.set(i, `${tag}.${name}`);
    let found = hintsOf(
      `${name} ${attributeOf(element, 'id') ?? ''} ${attributeOf(element, 'itemprop') ?? ''} ${attributeOf(element, 'data-testid') ?? ''}`,
    );
    found |= TAG_BITS[tag] ?? 0;
    if (
      hasAttributeOf(element, 'hidden') ||
      attributeOf(element, 'aria-hidden') === 'true' ||
      (look !== null && /display\s*:\s*none/i.test(look))
    )
      found |= 1 << HIDDEN;
    bits.set(i, found);
    return found;
  };
  const holds = (i: number, goal: number) => i <= goal && goal < end[i]!;
  return {
    own,
    path(index) {
      const chain: number[] = [];
      let at = index;
      while (at >= 0 && !holds(at, region.main) && !paths.has(at) && chain.length < MAX_CLIMB) {
        chain.push(at);
        at = parent[at]!;
      }
      let found = at < 0 ? 0 : (paths.get(at) ?? 0);
      for (let c = chain.length - 1; c >= 0; c--) {
        found |= own(chain[c]!);
        paths.set(chain[c]!, found);
      }
      return found;
    },
    style(index) {
      own(index);
      return styles.get(index)!;
    },
    stepsTo(index, goal) {
      let steps = 0;
      for (let at = index; at > 0 && !holds(at, goal) && steps < MAX_CLIMB; at = parent[at]!) steps++;
      return steps;
    },
  };
}

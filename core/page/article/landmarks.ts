import { attributeOf } from '../safe-dom';
import type { Survey } from '../survey';

/** What the elements around a block say by tag, role or itemprop. */
export interface Landmark {
  /** Survey index of the nearest article element, -1 if none. */
  readonly article: number;
  /** It stands in a main element. */
  readonly main: boolean;
  /** It stands in an element marked as the story's body. */
  readonly body: boolean;
}

export interface Landmarks {
  /** Article elements within the region. */
  readonly articles: number;
  of(index: number): Landmark;
}

const NONE: Landmark = { article: -1, main: false, body: false };
/** Levels climbed at most: markup nested deeper is hostile, not telling. */
const MAX_CLIMB = 60;

/** Reads the landmarks above the blocks of a region; every element is asked once. */
export function landmarksOf(survey: Survey, root: number): Landmarks {
  const { elements, tags, parent, end } = survey;
  let articles = 0;
  for (let i = root; i < end[root]!; i++) if (tags[i] === 'ARTICLE') articles++;
  const known = new Map<number, Landmark>();
  return {
    articles,
    of(index) {
      const chain: number[] = [];
      let at = index;
      while (at >= 0 && !known.has(at) && chain.length < MAX_CLIMB) {
        chain.push(at);
        at = parent[at]!;
      }
      let mark = known.get(at) ?? NONE;
      for (let c = chain.length - 1; c >= 0; c--) {
        const i = chain[c]!;
        const isBody = /\barticleBody\b/i.test(attributeOf(elements[i]!, 'itemprop') ?? '');
        if (tags[i] === 'ARTICLE') mark = { ...mark, article: i };
        else if (tags[i] === 'MAIN' || attributeOf(elements[i]!, 'role') === 'main') mark = { ...mark, main: true };
        if (isBody) mark = { ...mark, body: true };
        known.set(i, mark);
      }
      return mark;
    },
  };
}

import { matchesOf, queryOf } from './safe-dom';
import type { Survey } from './survey';

/** Elements looked through in one step: some milliseconds. */
const MOST_LOOKED_THROUGH = 200_000;

/**
 * Does any surveyed element match one of the selectors? Asked once for rare attributes, so that not every element has to be asked for each of them:
 * the browser looks through a page in half of the time that one such question of every element takes. Says yes where trees lie within trees,
 * and on pages so large that the look would keep them from their turn.
 */
export const showsAny = ({ elements, roots, around, trees }: Survey, selector: string): boolean =>
  trees.length > 0 ||
  elements.length > MOST_LOOKED_THROUGH ||
  roots.some((root) => matchesOf(root, selector) || queryOf(root, selector) !== null) ||
  elements.slice(0, around).some((element) => matchesOf(element, selector));

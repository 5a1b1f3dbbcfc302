import { packShelf } from '../model/shelf';
import { SITES } from '../sites';
import { ownWords } from './adapter/own-words';
import { detectInSteps as detectPageInSteps } from './detect';
import { detectAll } from './detect-all';
import type { DetectOptions, Found } from './found';
import { queryAllOf } from './safe-dom';
import { storyReader } from './story-reader';
import { CONTROL, REPLY } from './thread/words';

/** What `npm run eval -- pages` puts into a page: the content script's own detection, with the shelf that it gets from storage. */
export { storyText } from '../model/article';

const shelf = packShelf(SITES);

/** Detection as the content script runs it. */
export const detect = (document: Document, options: DetectOptions) => detectAll(document, { shelf, ...options });
/** The same in steps. */
export const detectInSteps = (document: Document, options: DetectOptions) =>
  detectPageInSteps(document, { shelf, ...options }, storyReader);

/** Boxes within a comment that a reader does not see, and the one to answer it in. */
const UNSEEN = 'form, [hidden], .hidden, [style*="display:none"], [style*="display: none"]';

/**
 * Each comment as its part of the page reads, name and date included, answers to it and controls left out. In the order of the thread.
 * It says how well the comments were told from the rest of the page, for gold that holds them so.
 */
export function commentParts(found: Found): string[] {
  const all = [...found.comments.values()];
  const nodes = new Set(all.flatMap((one) => one.nodes));
  return all.map((one) =>
    one.nodes
      .map((node) => ownWords(node, new Set([...nodes].filter((other) => other !== node).concat([...queryAllOf(node, UNSEEN)]))))
      .join('\n')
      .split('\n')
      .filter((line) => !REPLY.test(line) && !CONTROL.test(line))
      .join('\n'),
  );
}

/** What the benchmarks time beside whole passes. */
export { growInSteps } from './grow';
export { finish, takeTurns } from './steps';

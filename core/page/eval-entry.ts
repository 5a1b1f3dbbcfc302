import { packShelf } from '../model/shelf';
import { SITES } from '../sites';
import { detectInSteps as detectPageInSteps } from './detect';
import { detectAll } from './detect-all';
import type { DetectOptions } from './found';
import { storyReader } from './story-reader';

/** What `npm run eval -- pages` puts into a page: the content script's own detection, with the shelf that it gets from storage. */
export { storyText } from '../model/article';

const shelf = packShelf(SITES);

/** Detection as the content script runs it. */
export const detect = (document: Document, options: DetectOptions) => detectAll(document, { shelf, ...options });
/** The same in steps. */
export const detectInSteps = (document: Document, options: DetectOptions) =>
  detectPageInSteps(document, { shelf, ...options }, storyReader);

/** What the benchmarks time beside whole passes. */
export { growInSteps } from './grow';
export { finish, takeTurns } from './steps';

import { packShelf } from '../model/shelf';
import { SITES } from '../sites';
import { detectAll } from './detect-all';
import type { DetectOptions } from './found';

/** What `npm run eval -- pages` puts into a page: the content script's own detection, with the shelf that it gets from storage. */
export { storyText } from '../model/article';

const shelf = packShelf(SITES);

/** Detection as the content script runs it. */
export const detect = (document: Document, options: DetectOptions) => detectAll(document, { shelf, ...options });

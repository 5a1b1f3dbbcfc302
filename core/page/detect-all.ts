import { detect } from './detect';
import type { DetectOptions, Found } from './found';
import { storyReader } from './story-reader';

/** Finds the story and the thread of a document: what a page comes to once its story was asked for. */
export const detectAll = (document: Document, options: DetectOptions): Found => detect(document, options, storyReader);

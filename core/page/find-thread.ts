import type { DetectOptions } from './found';
import type { ThreadRecords } from './record';
import type { Survey } from './survey';

/** Finds the comments of a page: by an adapter where one fits and finds something, otherwise by structure. null when there are none. */
export function findThread(_document: Document, _survey: Survey, _options: DetectOptions): ThreadRecords | null {
  return null;
}

import type { Article } from '../model/article';
import type { DetectOptions } from './found';
import type { ThreadRecords } from './record';
import type { Survey } from './survey';

export interface FoundArticle {
  readonly article: Article;
  /** Parallel to `article.blocks`. */
  readonly blockElements: readonly Element[];
  readonly titleElement: Element | null;
}

/** Finds the story of a page. `records` are the comments found on it: none of their text belongs to the story. null when there is none. */
export function findArticle(_document: Document, _survey: Survey, _options: DetectOptions, _records: ThreadRecords | null): FoundArticle | null {
  return null;
}

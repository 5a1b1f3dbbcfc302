import type { IsoDate } from '../model/article';

/**
 * What a reader (an adapter or the generic one) hands over for one comment, before keys are given.
 * Both readers fill the same shape; `to-thread.ts` turns a list of them into a Thread and the element map.
 */
export interface CommentRecord {
  /** The record's own nodes in page order: one root, or several siblings where the markup has no root. Replies may be nested inside. */
  readonly nodes: readonly Element[];
  /** Where the author's name stands (the chip goes behind it), null if none. */
  readonly authorElement: Element | null;
  /** The elements that hold the comment's own words. */
  readonly bodyElements: readonly Element[];
  readonly id: string | null;
  readonly authorName: string;
  readonly authorId: string | null;
  readonly authorUrl: string | null;
  readonly text: string;
  readonly quotes: readonly string[];
  readonly date: IsoDate | null;
  readonly dateText: string | null;
  readonly floor: string | null;
  readonly score: number | null;
  readonly depth: number;
  /** Index of the parent in the list of records, null for top level or unknown. */
  readonly parentIndex: number | null;
  readonly op: boolean;
  /** Nodes that show the same comment once more (a block of best comments): decided with it, never counted. */
  readonly copies?: readonly Element[];
}

/** A reader's whole answer. */
export interface ThreadRecords {
  readonly records: readonly CommentRecord[];
  readonly declared: number | null;
  readonly title: string | null;
  /** Name of the adapter, null for the generic reader. */
  readonly adapter: string | null;
  readonly reader: string | null;
}

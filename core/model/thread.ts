import type { IsoDate } from './article';

/** Who wrote a comment, as far as the page tells. `name` is '' when the page shows none. */
export interface Author {
  readonly name: string;
  /** The site's own id of the account (from an attribute or a profile link), null if unknown. */
  readonly id: string | null;
  /** Absolute http(s) address of the profile, null if there is none. */
  readonly url: string | null;
}

/** One comment of a thread, in page order. Plain data; its elements live in core/page only. */
export interface Comment {
  /** Stable across visits and pages of the thread, unique within it: the site's own id, otherwise a fingerprint (see core/model/key). */
  readonly key: string;
  /** The site's own id, null if it shows none. */
  readonly id: string | null;
  readonly author: Author;
  /** The comment's own words: no quotes, signature, controls or "edited by". */
  readonly text: string;
  readonly date: IsoDate | null;
  readonly dateText: string | null;
  /** The "#12" or "12楼" of the page, null if it shows none. May be like "1.1", so a string. */
  readonly floor: string | null;
  /** Nesting, 0 for top level. */
  readonly depth: number;
  readonly parentKey: string | null;
  readonly score: number | null;
  /** Marked-up quotes inside the comment, in order. */
  readonly quotes: readonly string[];
  /** True for the post that opened the thread when it stands in the same stream. */
  readonly op: boolean;
}

/** All comments found on a page, in page order. */
export interface Thread {
  /** Stable key of the discussion: the page's address without tracking, fragment and page number (see core/page/address). */
  readonly key: string;
  readonly url: string;
  readonly title: string;
  /** Host that people and rules are kept under (registrable host without `www.`). */
  readonly site: string;
  /** How many comments the page says there are; null if it does not say. */
  readonly declared: number | null;
  readonly comments: readonly Comment[];
  /** Name of the adapter that read it, null for the generic reader. */
  readonly adapter: string | null;
  /** Name or id of the signed-in reader where the page tells; null otherwise. Own posts are never hidden. */
  readonly reader: string | null;
}

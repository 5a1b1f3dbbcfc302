import type { Survey } from '../survey';
import type { ClassInfo } from './hints';
import type { CueList } from './own-cues';

/** Ascending element indexes at which each kind of cue stands. */
export interface Cues {
  readonly date: number[];
  readonly machine: number[];
  readonly author: number[];
  readonly profile: number[];
  readonly reply: number[];
  readonly control: number[];
  readonly serial: number[];
  readonly schema: number[];
  readonly heading: number[];
  readonly title: number[];
  readonly counted: number[];
  readonly price: number[];
  readonly more: number[];
  readonly list: number[];
  readonly image: number[];
  readonly field: number[];
  readonly says: number[];
  readonly block: number[];
  readonly joined: number[];
  readonly edited: number[];
  readonly floor: number[];
  readonly prose: number[];
  readonly quoted: number[];
  readonly avatar: number[];
  readonly byline: number[];
}

/** What is known about a page's elements beyond their sizes. */
export interface Scan extends Survey {
  readonly info: readonly ClassInfo[];
  /** Number of each element's signature (tag and first class token), equal for equal ones. */
  readonly sig: Int32Array;
  /** Id pattern with digits as 0, '' for none or one without digits. */
  readonly ids: readonly string[];
  readonly cues: Cues;
  /** The same, all kinds in one list. */
  readonly all: CueList;
  /** `sums[i]` characters of text stand directly in the elements before `i`. */
  readonly sums: Float64Array;
  /** Cues of three kinds by make: the signatures of the element and of its parent. */
  readonly kinds: { readonly [kind in 'date' | 'author' | 'reply']: ReadonlyMap<number, readonly number[]> };
  /** Elements whose text heads a thread ("12 comments", "Kommentare"). */
  readonly headed: readonly number[];
  /** Elements that invite to write a comment, text areas among them. */
  readonly write: readonly number[];
  /** Where the page says how many comments there are, by position; "no comments yet" counts 0. */
  readonly declared: readonly { readonly at: number; readonly count: number }[];
}

/** Cues of a page of which nothing has been read. */
export const noCues = (): Cues => ({
  date: [],
  machine: [],
  author: [],
  profile: [],
  reply: [],
  control: [],
  serial: [],
  schema: [],
  heading: [],
  title: [],
  counted: [],
  price: [],
  more: [],
  list: [],
  image: [],
  field: [],
  says: [],
  block: [],
  joined: [],
  edited: [],
  floor: [],
  prose: [],
  quoted: [],
  avatar: [],
  byline: [],
});

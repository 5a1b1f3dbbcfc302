import type { Colour } from './person';
import type { Row } from './row';

export type MarkKind = 'hide' | 'note' | 'highlight' | 'bookmark' | 'allow';

/** W3C Web Annotation selectors: the quote with 32 characters of context on each side, and the position within the comment's or block's text. */
export interface Selectors {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** UTF-16 offsets into the target's text. */
  readonly start: number;
  readonly end: number;
}

/** Something a person did to a comment or to the article of a page. `allow` is "never hide this one". */
export interface Mark extends Row {
  readonly kind: MarkKind;
  readonly site: string;
  readonly threadKey: string;
  /** null: the mark is on the article. */
  readonly commentKey: string | null;
  readonly url: string;
  readonly title: string;
  readonly author: string;
  readonly authorId: string | null;
  /** The text of the comment (or block) when it was marked, kept so that a deletion on the site loses nothing. */
  readonly text: string;
  readonly note: string;
  readonly colour: Colour | null;
  /** null: the whole comment. */
  readonly selectors: Selectors | null;
}

/**
 * Where a value is read from: `css ~own @attribute{json.path} =constant /regex/flags`, each part optional (see docs/sites.md).
 * Without css it is the record's own root. A list is tried in order; the first source that gives a non-empty value wins.
 */
export type Field = string | readonly string[];

/** How sure its selectors are: `high` = the engine's own template or real pages, `medium` = one good source, `low` = hearsay. */
export type Confidence = 'high' | 'medium' | 'low';

/** One forum engine, comment system or site as data. `core/sites/*.ts` each export one; `core/page/read-adapter.ts` interprets it. */
export interface Adapter {
  readonly name: string;
  /** Hosts it is for: `zhihu.com` also means its subdomains. */
  readonly hosts?: readonly string[];
  /**
   * Cheap signs of the engine, one of which the page must show on a record or around one: `.class`, `#id`, `#prefix-*`, `custom-element`,
   * or `=generator` (first word of the generator). At least one host or sign.
   */
  readonly detect?: readonly string[];
  readonly confidence: Confidence;
  /** The records' roots: css, a comma for several kinds, `host >>> css` for what lies in open shadow roots. A list is tried in order. */
  readonly root: Field;
  /** css of a block that repeats comments of the list (popular, best): its copies are joined to the originals. */
  readonly best?: string;
  /** css of what holds a comment and its replies where the comment's root does not hold them itself. */
  readonly wrap?: string;
  readonly id?: Field;
  readonly author?: Field;
  readonly authorId?: Field;
  readonly date?: Field;
  readonly body: Field;
  /** css of marked-up quotes within the body. */
  readonly quote?: string;
  /** css of what is in the body and not the comment's own words: signature, "edited by", buttons. */
  readonly drop?: string;
  readonly floor?: Field;
  readonly score?: Field;
  /** A number that grows with nesting (level, pixels), where nested roots do not tell. */
  readonly depth?: Field;
  /** The id of the comment that this one answers. */
  readonly parent?: Field;
  /** The name of the person whom this one answers: their latest earlier comment. */
  readonly replyTo?: Field;
  /** Anything found: this is the post that opened the thread. */
  readonly op?: Field;
  /** Read once from the page: the number of comments it says there are. */
  readonly declared?: Field;
  /** Read once from the page: name or id of the signed-in reader. */
  readonly reader?: Field;
}

/** Keys of an adapter that hold sources. */
export const FIELDS = [
  'id',
  'author',
  'authorId',
  'date',
  'body',
  'floor',
  'score',
  'depth',
  'parent',
  'replyTo',
  'op',
  'declared',
  'reader',
] as const;
export type FieldName = (typeof FIELDS)[number];

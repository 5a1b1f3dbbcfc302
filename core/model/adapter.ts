/**
 * Where a value is read from: `css @attribute /regex/flags`, each part optional (the regex's first group, or the whole match).
 * `:scope` or an empty css is the record's own root. A list is tried in order; the first that gives a non-empty value wins.
 */
export type Field = string | readonly string[];

/** One forum engine or site as data. `core/sites/*.ts` each export one; `core/page/read-adapter.ts` interprets it. */
export interface Adapter {
  readonly name: string;
  /** Hosts (suffix match) and/or selectors one of which must be present. At least one of the two. */
  readonly hosts?: readonly string[];
  readonly detect?: readonly string[];
  readonly confidence: 'high' | 'medium' | 'low';
  /** Roots of the records, ordered fallbacks. */
  readonly root: Field;
  readonly id?: Field;
  readonly author?: Field;
  readonly authorId?: Field;
  readonly date?: Field;
  readonly body?: Field;
  readonly quote?: Field;
  readonly signature?: Field;
  readonly floor?: Field;
  readonly score?: Field;
  readonly parent?: Field;
}

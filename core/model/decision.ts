import type { Colour, Label } from './person';

export type Treatment = 'show' | 'hide' | 'vanish' | 'fold' | 'dim' | 'highlight';

/** Why: a click, a person's action, a label's action, a rule, or a hidden parent. `id` is the mark's, person's or rule's uuid (the parent's key for `parent`). */
export interface Reason {
  readonly kind: 'mark' | 'person' | 'label' | 'rule' | 'parent';
  readonly id: string;
  /** What a stub shows: the rule's name, the label's text, the person's name. */
  readonly name: string;
}

/** Where a rule matched, UTF-16 offsets into the comment's text. `by` names the foldings that made it match ('' = literally). */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly by: string;
}

/** What happens to one comment; it always carries its reasons (none for a plain `show`). */
export interface Decision {
  readonly key: string;
  readonly treatment: Treatment;
  readonly because: readonly Reason[];
  readonly colour: Colour | null;
  readonly labels: readonly Label[];
  /** True when a note, highlight or bookmark of the reader's is on it. */
  readonly noted: boolean;
  readonly isNew: boolean;
  readonly spans: readonly Span[];
}

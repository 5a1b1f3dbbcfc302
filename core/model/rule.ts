import type { Colour, Label } from './person';
import type { Millis, Row } from './row';

/** Comparison of a number of the comment. Bounds are inclusive; null means open. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

/** What is looked at in a comment. `words` match on folded text, Latin words at word edges unless `part` is set. */
export type Condition =
  | {
      readonly kind: 'words';
      readonly words: readonly string[];
      readonly part: boolean;
      readonly lookalikes: boolean;
      readonly spaced: boolean;
    }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  | { readonly kind: 'author'; readonly names: readonly string[]; readonly id: string | null }
  | { readonly kind: 'authorMatches'; readonly source: string; readonly flags: string }
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'length' | 'links' | 'score' | 'depth' | 'floor' | 'position' | 'repeats'; readonly range: Range }
  /** Age of the comment in hours. */
  | { readonly kind: 'age'; readonly range: Range }
  | { readonly kind: 'lang'; readonly langs: readonly string[] }
  | { readonly kind: 'only'; readonly what: 'emoji' | 'links' | 'images' }
  | { readonly kind: 'replyToHidden' | 'first' | 'new' | 'mine' }
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition[] };

export type RuleAction =
  | { readonly kind: 'hide' | 'vanish' | 'fold' | 'dim' | 'show' }
  | { readonly kind: 'highlight'; readonly colour: Colour }
  | { readonly kind: 'label'; readonly label: Label };

/** Where a rule holds. `board` is a path prefix on a site. */
export type RuleScope =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'board'; readonly site: string; readonly path: string }
  | { readonly kind: 'thread'; readonly threadKey: string };

/** Who made a rule: the person, or a list they subscribed to (its uuid). */
export type RuleOrigin = { readonly kind: 'mine' } | { readonly kind: 'list'; readonly list: string };

export interface Rule extends Row {
  /** What a stub calls the rule; '' → the condition in words. */
  readonly name: string;
  readonly when: Condition;
  readonly action: RuleAction;
  readonly scope: RuleScope;
  /** Higher is asked first; `show` beats any hide at any priority. */
  readonly priority: number;
  readonly expiresAt: Millis | null;
  readonly enabled: boolean;
  /** Take the replies of a hidden comment along. */
  readonly replies: boolean;
  readonly origin: RuleOrigin;
}

/** The fields a person edits. */
export type RuleDraft = Pick<Rule, 'name' | 'when' | 'action' | 'scope' | 'priority' | 'expiresAt' | 'enabled' | 'replies' | 'origin'>;

/** Rules of one list, and of all lists together: what the matcher's budgets are measured with. */
export const MAX_RULES = 10_000;

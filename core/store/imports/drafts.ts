import { isObject, wellFormed } from '../../model/check';
import type { MarkKind, Selectors } from '../../model/mark';
import type { Colour, Label, PersonAction, Source } from '../../model/person';
import type { Millis } from '../../model/row';
import type { Condition, RuleAction, RuleDraft, RuleScope } from '../../model/rule';

/** A person as another tool knows them. */
export interface PersonDraft {
  readonly site: string;
  readonly id: string | null;
  readonly name: string;
  readonly labels: readonly Label[];
  readonly note: string;
  readonly action: PersonAction | null;
  readonly sources: readonly Source[];
  readonly at: Millis | null;
}
/** Something marked in another tool. */
export interface MarkDraft {
  readonly kind: MarkKind;
  readonly url: string;
  readonly commentKey: string | null;
  readonly title: string;
  readonly author: string;
  readonly text: string;
  readonly note: string;
  readonly colour: Colour | null;
  readonly selectors: Selectors | null;
  readonly at: Millis | null;
}
/** What an import file holds, in our words. `unknown` lists what was not understood, by path, so that nothing is dropped silently. */
export interface Drafts {
  /** Name of the tool, e.g. `UTags`. */
  readonly tool: string;
  readonly people: readonly PersonDraft[];
  readonly marks: readonly MarkDraft[];
  readonly rules: readonly RuleDraft[];
  readonly unknown: readonly string[];
}

/** What is wrong with a regular expression; null if nothing is. */
export type RegexCheck = (source: string, flags: string) => string | null;

/** The browser's own parser; the pages check once more with the linear-time engine. */
export const nativeRegexCheck: RegexCheck = (source, flags) => {
  try {
    new RegExp(source, flags);
    return null;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
};

/** Paths that are listed at most; a hostile file may have millions. */
const MAX_UNKNOWN = 500;

/** Collects drafts and what was not understood. */
export class Collector {
  readonly people: PersonDraft[] = [];
  readonly marks: MarkDraft[] = [];
  readonly rules: RuleDraft[] = [];
  readonly unknown: string[] = [];

  person(draft: Pick<PersonDraft, 'site' | 'name'> & Partial<PersonDraft>): void {
    if (draft.name === '' || draft.site === '') return;
    this.people.push({ id: null, labels: [], note: '', action: null, sources: [], at: null, ...draft, name: clip(draft.name, 256) });
  }
  mark(draft: Pick<MarkDraft, 'kind' | 'url'> & Partial<MarkDraft>): void {
    if (!isWeb(draft.url)) {
      this.lost(`url ${draft.url.slice(0, 100)}`);
      return;
    }
    this.marks.push({ commentKey: null, title: '', author: '', text: '', note: '', colour: null, selectors: null, at: null, ...draft });
  }
  rule(
    when: Condition,
    action: RuleAction['kind'] & ('hide' | 'show' | 'fold' | 'dim'),
    scope: RuleScope,
    more: Partial<RuleDraft> = {},
  ): void {
    this.rules.push({
      name: '',
      when,
      action: { kind: action },
      scope,
      priority: 0,
      expiresAt: null,
      enabled: true,
      replies: false,
      origin: { kind: 'mine' },
      ...more,
    });
  }
  /** Notes a path that was not understood. */
  lost(path: string): void {
    if (this.unknown.length < MAX_UNKNOWN) this.unknown.push(path);
    else if (this.unknown.length === MAX_UNKNOWN) this.unknown.push('…');
  }
  /** Notes the keys of an object that are not among those known. */
  others(from: Readonly<Record<string, unknown>>, known: readonly string[], at = ''): void {
    for (const key of Object.keys(from)) if (!known.includes(key)) this.lost(`${at}${key}`);
  }
  done(tool: string): Drafts {
    const { people, marks, rules, unknown } = this;
    return { tool, people, marks, rules, unknown };
  }
}

const clip = (text: string, max: number): string => text.slice(0, max);
/** Text of a field, '' if it is none; well-formed, at most `max` long. */
export const textOf = (value: unknown, max = 200_000): string => (typeof value === 'string' ? wellFormed(clip(value, max)) : '');
/** Text of a field that may also be a number, as ids are. */
export const idOf = (value: unknown): string =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : textOf(value, 256).trim();
/** The object in a field, an empty one if it is none. Its own keys only. */
export const objectOf = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});
/** The list in a field, an empty one if it is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** An http or https address. */
export const isWeb = (url: string): boolean => /^https?:\/\/[^\s/]+/i.test(url) && !/\s/.test(url) && url.length <= 8192;

/** Milliseconds of a date in a file (a number of milliseconds, or a date that can be parsed); null if it is none between 1990 and 2100. */
export function timeOf(value: unknown): Millis | null {
  const at = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return at >= 631_152_000_000 && at < 4_102_444_800_000 ? Math.round(at) : null;
}

/** A literal or a `/…/flags` pattern as a condition; a problem as text if the pattern is broken. */
export function patternOf(text: string, check: RegexCheck, part: boolean): Condition | string {
  const regex = /^\/(.+)\/([a-z]*)$/su.exec(text);
  if (!regex) return { kind: 'words', words: [text], part, lookalikes: false, spaced: false };
  const flags = [...new Set(regex[2]!)].filter((flag) => 'imsu'.includes(flag)).join('');
  return check(regex[1]!, flags) ?? { kind: 'regex', source: regex[1]!, flags };
}

import type { Result } from '../model/result';

/** A compiled pattern. `find` gives all non-overlapping matches in order, UTF-16 offsets; empty matches are left out. Time linear in the text. */
export interface Pattern {
  find(text: string): readonly { readonly start: number; readonly end: number }[];
}

/** What compiles patterns. Injected, so that the engine (core/rules/regex) is loaded only where a rule needs it. A refusal's `where` is the position in the source. */
export interface RegexEngine {
  compile(source: string, flags: string): Result<Pattern>;
}

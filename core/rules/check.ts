import type { Condition, RuleDraft } from '../model/rule';
import { fold } from '../text/fold';
import type { RegexEngine } from './engine';
import { MAX_WORD_CHARS } from './limits';

/** Why a rule can't be saved, or should not come from a list: a catalogue key, and where in a pattern. */
export interface RuleProblem {
  readonly problem: string;
  readonly where: string;
  /** The pattern that `where` is a place in; null where it is none. */
  readonly source: string | null;
}

function* leaves(when: Condition): Generator<Condition> {
  if (when.kind === 'all' || when.kind === 'any' || when.kind === 'none') for (const one of when.of) yield* leaves(one);
  else yield when;
}

/** What is wrong with a rule before it is saved: a word of nothing or too long, a pattern that the engine refuses (with its position), a range the wrong way round. Null if nothing is. */
export function checkRule(rule: RuleDraft, engine: RegexEngine): RuleProblem | null {
  for (const leaf of leaves(rule.when)) {
    if (leaf.kind === 'words') {
      if (leaf.words.length === 0) return { problem: 'rules.wordEmpty', where: '', source: null };
      for (const word of leaf.words) {
        if (fold(word).text.trim() === '') return { problem: 'rules.wordEmpty', where: word, source: null };
        if ([...word].length > MAX_WORD_CHARS) return { problem: 'rules.wordLong', where: word, source: null };
      }
    } else if (leaf.kind === 'regex' || leaf.kind === 'authorMatches') {
      const made = engine.compile(leaf.source, leaf.flags);
      if (!made.ok) return { problem: made.problem, where: made.where, source: leaf.source };
    } else if ('range' in leaf) {
      const { min, max } = leaf.range;
      if (min !== null && max !== null && min > max) return { problem: 'rules.rangeEmpty', where: `${min} … ${max}`, source: null };
    }
  }
  return null;
}

/** How many patterns a condition asks for. */
export const patternsIn = (when: Condition): number =>
  [...leaves(when)].filter(({ kind }) => kind === 'regex' || kind === 'authorMatches').length;

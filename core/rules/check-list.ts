import { checkRule } from './check';
import type { RegexEngine } from './engine';
import type { ParsedList } from './parse';

/** A list with what cannot be saved taken out and reported by line and column, as `checkRule` would refuse it: patterns that the engine cannot express above all. Pure. */
export function checkList(text: string, parsed: ParsedList, engine: RegexEngine): ParsedList {
  const written = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const kept: number[] = [];
  const problems = [...parsed.problems];
  for (const [at, rule] of parsed.rules.entries()) {
    const wrong = checkRule(rule, engine);
    if (!wrong) {
      kept.push(at);
      continue;
    }
    const line = parsed.lines[at]!;
    const { when } = rule;
    // A position is one within the pattern; where that stands in its line is looked for, since a slash in it is written otherwise.
    const source = when.kind === 'regex' || when.kind === 'authorMatches' ? when.source : '';
    const from = source === '' ? -1 : (written[line - 1] ?? '').indexOf(source);
    problems.push({ line, column: (from < 0 ? 0 : from + (Number(wrong.where) || 0)) + 1, problem: wrong.problem });
  }
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { ...parsed, rules: kept.map((at) => parsed.rules[at]!), lines: kept.map((at) => parsed.lines[at]!), problems };
}

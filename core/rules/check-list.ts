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
    // A position is one within the pattern; in its line a slash stands behind a backslash.
    const escaped = (text: string): string => text.replaceAll('/', '\\/');
    const from = wrong.source === null ? -1 : (written[line - 1] ?? '').indexOf(`/${escaped(wrong.source)}/`);
    const column = from < 0 ? 1 : from + 2 + escaped(wrong.source!.slice(0, Number(wrong.where))).length;
    problems.push({ line, column, problem: wrong.problem });
  }
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { ...parsed, rules: kept.map((at) => parsed.rules[at]!), lines: kept.map((at) => parsed.lines[at]!), problems };
}

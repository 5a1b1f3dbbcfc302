import { ok, type Result, refused } from '../model/result';
import type { RuleDraft, RuleOrigin } from '../model/rule';
import { checkRule, patternsIn } from './check';
import type { RegexEngine } from './engine';
import { formatRule } from './format';
import { MAX_LIST_CHARS, MAX_PATTERNS, MAX_RULES } from './limits';
import { type ParsedList, parseRuleList, sameKey } from './parse';
import { sweepOf } from './sweeping';

/** What an update of a list would change, to be shown before it is applied. */
export interface ListDiff<Old extends RuleDraft = RuleDraft> {
  readonly added: readonly RuleDraft[];
  readonly removed: readonly Old[];
  readonly same: readonly Old[];
}

/** Compares two lists by what their rules say in matching form; names, priorities and expiry count, order does not. */
export function diffRules<Old extends RuleDraft>(before: readonly Old[], after: readonly RuleDraft[]): ListDiff<Old> {
  const old = new Map<string, Old[]>();
  for (const rule of before) {
    const key = sameKey(rule);
    const twins = old.get(key);
    if (twins) twins.push(rule);
    else old.set(key, [rule]);
  }
  const added: RuleDraft[] = [];
  const same: Old[] = [];
  for (const rule of after) {
    const twin = old.get(sameKey(rule))?.shift();
    if (twin) same.push(twin);
    else added.push(rule);
  }
  return { added, removed: [...old.values()].flat(), same };
}

/** A list that was taken, with what was left out of it and why. */
export interface TakenList {
  readonly rules: readonly RuleDraft[];
  readonly parsed: ParsedList;
  /** Rules that a list may not have: those that act on everything, patterns that are refused. */
  readonly leftOut: readonly { readonly line: number; readonly text: string; readonly problem: string; readonly where: string }[];
  /** How many of a few ordinary comments the rules hide together, and of how many: most of them is no filter any more. */
  readonly sweep: { readonly hidden: number; readonly of: number };
}

const MOST_BAD = 0.5; // a list of which more than half can't be read is no list but a web page or an error message
const ENOUGH_TO_TELL = 10; // lines

/** What is wrong with an answer as a whole before a rule of it is read: too long, or a web page. Null if nothing is. */
export function refuseText(text: string): Result<never> | null {
  if (text.length > MAX_LIST_CHARS) return refused('list.long', String(MAX_LIST_CHARS));
  return /^[\s\ufeff]*<(?:!doctype|!--|html|head|body|\?xml)/i.test(text) ? refused('list.page') : null;
}

/**
 * Reads what a subscription's address answered. Refused as a whole, with the reason: too long, too many rules, a web page, no rule in it. Single
 * rules that would act on every comment, that the pattern engine refuses, and patterns beyond the limit are left out and listed. The rules can never
 * be more than rules. `for 7 days` is refused in a list: it would begin anew with each copy, and a rule switched off come back on.
 */
export function takeList(text: string, origin: RuleOrigin, engine: RegexEngine, now: number): Result<TakenList> {
  const whole = refuseText(text);
  if (whole) return whole;
  const parsed = parseRuleList(text, { origin });
  if (parsed.problems.some((one) => one.problem === 'rules.listFull')) return refused('list.many', String(MAX_RULES));
  const bad = parsed.problems.length + parsed.more.problems;
  if (bad > ENOUGH_TO_TELL && bad > (bad + parsed.rules.length) * MOST_BAD)
    return refused('list.unreadable', String(parsed.problems[0]?.line ?? 0));
  const leftOut: { line: number; text: string; problem: string; where: string }[] = [];
  const leave = (at: number, { problem, where }: { readonly problem: string; readonly where: string }): void => {
    leftOut.push({ line: parsed.lines[at]!, text: formatRule(parsed.rules[at]!), problem, where });
  };
  const sound: number[] = [];
  let patterns = 0;
  for (const [at, rule] of parsed.rules.entries()) {
    const found = checkRule(rule, engine);
    if (found) leave(at, found);
    else if (patterns + patternsIn(rule.when) > MAX_PATTERNS) leave(at, { problem: 'list.patterns', where: String(MAX_PATTERNS) });
    else {
      patterns += patternsIn(rule.when);
      sound.push(at);
    }
  }
  const sweep = sweepOf(
    sound.map((at) => parsed.rules[at]!),
    engine,
    now,
  );
  const sweeping = new Set(sweep.rules.map((index) => sound[index]!));
  for (const at of sweeping) leave(at, { problem: 'list.sweeping', where: '' });
  leftOut.sort((a, b) => a.line - b.line);
  const rules = sound.filter((at) => !sweeping.has(at)).map((at) => parsed.rules[at]!);
  if (rules.length === 0) return refused('list.empty');
  return ok({ rules, parsed, leftOut, sweep: { hidden: sweep.hidden, of: sweep.of } });
}

import { ok, type Result, refused } from '../model/result';
import type { RuleDraft, RuleOrigin } from '../model/rule';
import { checkRule, isSweeping } from './check';
import type { RegexEngine } from './engine';
import { formatRule } from './format';
import { MAX_LIST_CHARS, MAX_RULES } from './limits';
import { type ParsedList, parseRuleList, sameKey } from './parse';

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
}

const MOST_BAD = 0.5; // a list of which more than half can't be read is no list but a web page or an error message
const ENOUGH_TO_TELL = 10; // lines

/**
 * Reads what a subscription's address answered. Refused as a whole, with the reason: too long, too many rules, a web page, no rule in it. Single
 * rules that would act on every comment or that the pattern engine refuses are left out and listed. The rules can never be more than rules.
 */
export function takeList(text: string, origin: RuleOrigin, engine: RegexEngine, now: number): Result<TakenList> {
  if (text.length > MAX_LIST_CHARS) return refused('list.long', String(MAX_LIST_CHARS));
  if (/^\s*(?:<!doctype|<html|<\?xml)/i.test(text)) return refused('list.page');
  const parsed = parseRuleList(text, { origin, now });
  if (parsed.problems.some((one) => one.problem === 'rules.listFull')) return refused('list.many', String(MAX_RULES));
  const bad = parsed.problems.length + parsed.more.problems;
  if (bad > ENOUGH_TO_TELL && bad > (bad + parsed.rules.length) * MOST_BAD)
    return refused('list.unreadable', String(parsed.problems[0]?.line ?? 0));
  const rules: RuleDraft[] = [];
  const leftOut: { line: number; text: string; problem: string; where: string }[] = [];
  parsed.rules.forEach((rule, at) => {
    const found = checkRule(rule, engine) ?? (rule.enabled && isSweeping(rule, engine) ? { problem: 'list.sweeping', where: '' } : null);
    if (found) leftOut.push({ line: parsed.lines[at]!, text: formatRule(rule), ...found });
    else rules.push(rule);
  });
  if (rules.length === 0) return refused('list.empty');
  return ok({ rules, parsed, leftOut });
}

import { COLOURS, type Colour } from '../model/person';
import type { RuleAction, RuleDraft, RuleOrigin, RuleScope } from '../model/rule';
import { fold } from '../text/fold';
import { formatRule, RULE_LINE } from './format';
import { MAX_LINE_CHARS, MAX_LIST_CHARS, MAX_REPORTED, MAX_RULES, MAX_WORD_CHARS } from './limits';
import { Misread, parseCondition, Reader } from './parse-condition';
import { type LineProblem, readQuoted, readRegex, tokenize } from './tokens';

export interface ParseOptions {
  /** Whose rules they become; the person's own if left out. */
  readonly origin?: RuleOrigin;
  /** Milliseconds since the epoch, for `for 7 days`; without it that clause is refused. */
  readonly now?: number;
}

/** A rule read from a line, nothing (an empty line or a comment), or what is wrong with it. */
export type ParsedLine = { readonly rule: RuleDraft } | { readonly rule: null } | LineProblem;

const DAY = 86_400_000;
const HOUR = 3_600_000;

function colour(reader: Reader): Colour {
  const name = reader.take(...COLOURS);
  return name === null ? reader.fail('rules.colour') : (name as Colour);
}

function action(reader: Reader): RuleAction {
  const kind = reader.take('hide', 'vanish', 'fold', 'dim', 'show', 'highlight', 'label');
  if (kind === 'highlight')
    return {
      kind,
      colour: reader.peek()?.kind === 'word' && (reader.peek() as { text: string }).text === 'if' ? 'yellow' : colour(reader),
    };
  if (kind === 'label') return { kind, label: { text: reader.text('rules.label'), colour: colour(reader) } };
  return kind === null ? reader.fail('rules.action') : { kind: kind as 'hide' | 'vanish' | 'fold' | 'dim' | 'show' };
}

function place(reader: Reader): RuleScope {
  const token = reader.peek();
  const site = reader.text('rules.site');
  if (token?.kind === 'word' && site.includes('/')) {
    const slash = site.indexOf('/');
    return { kind: 'board', site: site.slice(0, slash), path: site.slice(slash) };
  }
  return reader.take('path') === null ? { kind: 'site', site } : { kind: 'board', site, path: reader.text('rules.path') };
}

function moment(reader: Reader): number {
  const token = reader.any('rules.date');
  const at = token.kind === 'word' && /^[+-]?\d{4,6}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(token.text) ? Date.parse(token.text) : Number.NaN;
  return Number.isNaN(at) ? reader.fail('rules.date', token) : at;
}

function whole(line: string, { origin, now }: ParseOptions): RuleDraft {
  const tokens = tokenize(line);
  if ('problem' in tokens) throw new Misread(tokens as LineProblem);
  const reader = new Reader(tokens, line.length);
  const enabled = reader.take('off') === null;
  const does = action(reader);
  reader.need('if');
  const when = parseCondition(reader);
  let scope: RuleScope = { kind: 'everywhere' };
  let priority = 0;
  let expiresAt: number | null = null;
  let replies = false;
  let name = '';
  const said = new Set<string>();
  while (reader.peek()) {
    const token = reader.peek();
    const clause = reader.take('on', 'in', 'priority', 'until', 'for', 'with', 'named') ?? reader.fail('rules.clause');
    const about = clause === 'in' ? 'on' : clause === 'for' ? 'until' : clause;
    if (said.has(about)) reader.fail('rules.twice', token);
    said.add(about);
    if (clause === 'on') scope = place(reader);
    else if (clause === 'in') {
      reader.need('thread');
      scope = { kind: 'thread', threadKey: reader.text('rules.thread') };
    } else if (clause === 'priority') priority = reader.number();
    else if (clause === 'until') expiresAt = moment(reader);
    else if (clause === 'for') {
      const count = reader.number();
      const unit = reader.take('day', 'days', 'hour', 'hours') ?? reader.fail('rules.expected: days');
      expiresAt = (now ?? reader.fail('rules.noClock', token)) + count * (unit.startsWith('day') ? DAY : HOUR);
    } else if (clause === 'with') {
      reader.need('replies');
      replies = true;
    } else name = reader.text('rules.named');
  }
  return { name, when, action: does, scope, priority, expiresAt, enabled, replies, origin: origin ?? { kind: 'mine' } };
}

const usual = (when: RuleDraft['when'], isShow: boolean, { origin }: ParseOptions): RuleDraft => ({
  name: '',
  when,
  action: { kind: isShow ? 'show' : 'hide' },
  scope: { kind: 'everywhere' },
  priority: 0,
  expiresAt: null,
  enabled: true,
  replies: false,
  origin: origin ?? { kind: 'mine' },
});

/**
 * Reads one line: empty or `# …` → nothing; `/…/flags` → hide by pattern; a whole rule (`hide if …`, see docs/rules.md); any other text → hide
 * comments with this word or phrase, in quotes if it would mean something else. `@` before a word or pattern → always show.
 */
export function parseRule(line: string, options: ParseOptions = {}): ParsedLine {
  const text = line.replace(/^\ufeff/, '').trim();
  const indent = line.indexOf(text);
  if (text === '' || text.startsWith('#')) return { rule: null };
  if (text.length > MAX_LINE_CHARS) return { problem: 'rules.lineLong', at: MAX_LINE_CHARS };
  try {
    if (RULE_LINE.test(text)) return { rule: whole(text, options) };
    const isShow = text.startsWith('@');
    const from = isShow ? 1 : 0;
    const rest = text.slice(from);
    if (rest.startsWith('/')) {
      const regex = readRegex(text, from);
      if ('problem' in regex) return { ...regex, at: regex.at + indent };
      if (regex.source === '') return { problem: 'regex.empty', at: from + indent };
      if (regex.end < text.length) return { problem: 'rules.afterPattern', at: regex.end + indent };
      return { rule: usual({ kind: 'regex', source: regex.source, flags: regex.flags }, isShow, options) };
    }
    let word = rest;
    if (rest.startsWith('"')) {
      const quoted = readQuoted(text, from);
      // `"so called" experts` is a phrase that happens to begin with a quote.
      if (!('problem' in quoted) && quoted.end === text.length) word = quoted.text;
    }
    if ([...word].length > MAX_WORD_CHARS) return { problem: 'rules.wordLong', at: indent };
    if (fold(word).text.trim() === '') return { problem: 'rules.wordEmpty', at: indent };
    return { rule: usual({ kind: 'words', words: [word], part: false, lookalikes: false, spaced: false }, isShow, options) };
  } catch (error) {
    if (error instanceof Misread) return { problem: error.where.problem, at: error.where.at + indent };
    throw error;
  }
}

/** What came of a list. Lines and columns count from 1. */
export interface ParsedList {
  readonly rules: readonly RuleDraft[];
  /** The line of each rule. */
  readonly lines: readonly number[];
  /** At most 200; `more` counts what is not listed. */
  readonly problems: readonly { readonly line: number; readonly column: number; readonly problem: string }[];
  /** Lines left out because an earlier line says the same in matching form (`Spam` and `ｓｐａｍ`). At most 200 are listed. */
  readonly duplicates: readonly { readonly line: number; readonly of: number }[];
  readonly more: { readonly problems: number; readonly duplicates: number };
}

/** What makes two rules the same: the line they are written as, its words folded. */
export function sameKey(rule: RuleDraft): string {
  const when =
    rule.when.kind === 'words' ? { ...rule.when, words: rule.when.words.map((word) => fold(word).text.trim()).sort() } : rule.when;
  return formatRule({ ...rule, when });
}

/** Reads a list, one rule a line. Nothing throws: what can't be read is reported by line. Too long a list is refused as a whole (line 0). */
export function parseRuleList(text: string, options: ParseOptions = {}): ParsedList {
  const rules: RuleDraft[] = [];
  const lines: number[] = [];
  const problems: { line: number; column: number; problem: string }[] = [];
  const duplicates: { line: number; of: number }[] = [];
  const more = { problems: 0, duplicates: 0 };
  if (text.length > MAX_LIST_CHARS)
    return { rules, lines, problems: [{ line: 0, column: 0, problem: 'rules.listLong' }], duplicates, more };
  const seen = new Map<string, number>();
  let number = 0;
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    number++;
    const parsed = parseRule(line, options);
    if ('problem' in parsed) {
      if (problems.length < MAX_REPORTED) problems.push({ line: number, column: parsed.at + 1, problem: parsed.problem });
      else more.problems++;
      continue;
    }
    if (!parsed.rule) continue;
    const key = sameKey(parsed.rule);
    const of = seen.get(key);
    if (of !== undefined) {
      if (duplicates.length < MAX_REPORTED) duplicates.push({ line: number, of });
      else more.duplicates++;
      continue;
    }
    if (rules.length >= MAX_RULES) {
      problems.push({ line: number, column: 1, problem: 'rules.listFull' });
      break;
    }
    seen.set(key, number);
    rules.push(parsed.rule);
    lines.push(number);
  }
  return { rules, lines, problems, duplicates, more };
}

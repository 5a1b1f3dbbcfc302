import type { Condition, Range } from '../model/rule';
import { MAX_DEPTH, MAX_WORD_CHARS } from './limits';
import type { LineProblem, Token } from './tokens';

/** Thrown within the parser only; `parseRule` turns it into a result. */
export class Misread extends Error {
  constructor(readonly where: LineProblem) {
    super(where.problem);
  }
}

/** The tokens of a line and the place reached. */
export class Reader {
  private next = 0;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: number,
  ) {}

  peek(): Token | null {
    return this.tokens[this.next] ?? null;
  }
  fail(problem: string, token = this.peek()): never {
    throw new Misread({ problem, at: token?.at ?? this.end });
  }
  /** Takes the token if it is one of these words or signs. */
  take(...texts: readonly string[]): string | null {
    const token = this.peek();
    if (!token || (token.kind !== 'word' && token.kind !== 'sign') || !texts.includes(token.text)) return null;
    this.next++;
    return token.text;
  }
  need(text: string): void {
    if (this.take(text) === null) this.fail(`rules.expected: ${text}`);
  }
  any(problem: string): Token {
    const token = this.peek() ?? this.fail(problem);
    this.next++;
    return token;
  }
  /** A quoted text, or a bare word. */
  text(problem: string): string {
    const token = this.peek();
    if (token?.kind !== 'text' && token?.kind !== 'word') this.fail(problem);
    this.next++;
    return token.text;
  }
  number(): number {
    const token = this.any('rules.number');
    const value = token.kind === 'word' && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(token.text) ? Number(token.text) : Number.NaN;
    if (!Number.isFinite(value)) this.fail('rules.number', token);
    return value;
  }
}

const NUMBERS = ['length', 'links', 'score', 'depth', 'floor', 'position', 'repeats', 'age'] as const;
type NumberKind = (typeof NUMBERS)[number];
const KEYWORDS: readonly string[] = ['anywhere', 'lookalikes', 'spaced', 'id', 'on', 'in', 'priority', 'until', 'for', 'with', 'named'];

/** Texts joined by `|`. A keyword must be quoted, so that a forgotten text is noticed; but `id` is a language. */
function texts(reader: Reader, problem: string, isLanguage = false): string[] {
  if (reader.take('nothing') !== null) return [];
  const found: string[] = [];
  do {
    const token = reader.peek();
    if (!isLanguage && token?.kind === 'word' && KEYWORDS.includes(token.text)) reader.fail(problem);
    const text = reader.text(problem);
    if ([...text].length > MAX_WORD_CHARS) reader.fail('rules.wordLong', token);
    found.push(text);
  } while (reader.take('|') !== null);
  return found;
}

function pattern(reader: Reader): { source: string; flags: string } {
  const token = reader.any('rules.pattern');
  if (token.kind === 'regex') return { source: token.source, flags: token.flags };
  if (token.kind !== 'text') reader.fail('rules.pattern', token);
  reader.need('flags');
  return { source: token.text, flags: reader.text('rules.flags') };
}

function range(reader: Reader): Range {
  if (reader.take('any') !== null) return { min: null, max: null };
  if (reader.take('at') !== null) {
    if (reader.take('least') !== null) return { min: reader.number(), max: null };
    reader.need('most');
    return { min: null, max: reader.number() };
  }
  const min = reader.number();
  return { min, max: reader.take('to') === null ? min : reader.number() };
}

function age(reader: Reader): Range {
  const hours = range(reader);
  if (reader.take('days', 'day') !== null) {
    return { min: hours.min === null ? null : hours.min * 24, max: hours.max === null ? null : hours.max * 24 };
  }
  reader.take('hours', 'hour');
  return hours;
}

/** Reads one condition. */
export function parseCondition(reader: Reader, depth = 0): Condition {
  if (depth > MAX_DEPTH) reader.fail('rules.deep');
  const group = reader.take('all', 'any', 'none') as 'all' | 'any' | 'none' | null;
  if (group !== null) {
    const of: Condition[] = [];
    reader.need('(');
    if (reader.take(')') !== null) return { kind: group, of };
    do of.push(parseCondition(reader, depth + 1));
    while (reader.take(',') !== null);
    reader.need(')');
    return { kind: group, of };
  }
  if (reader.take('text') !== null) {
    if (reader.take('matches') !== null) return { kind: 'regex', ...pattern(reader) };
    reader.need('has');
    const words = texts(reader, 'rules.word');
    const how = { part: false, lookalikes: false, spaced: false };
    for (;;) {
      const flag = reader.take('anywhere', 'lookalikes', 'spaced');
      if (flag === null) return { kind: 'words', words, ...how };
      how[flag === 'anywhere' ? 'part' : (flag as 'lookalikes' | 'spaced')] = true;
    }
  }
  if (reader.take('author') !== null) {
    if (reader.take('matches') !== null) return { kind: 'authorMatches', ...pattern(reader) };
    if (reader.take('labelled', 'labeled') !== null) return { kind: 'label', text: reader.text('rules.label') };
    reader.need('is');
    const hasNames = reader.peek()?.kind !== 'word' || (reader.peek() as { text: string }).text !== 'id';
    const names = hasNames ? texts(reader, 'rules.name') : [];
    return { kind: 'author', names, id: reader.take('id') === null ? null : reader.text('rules.id') };
  }
  const number = reader.take(...NUMBERS) as NumberKind | null;
  if (number === 'age') return { kind: 'age', range: age(reader) };
  if (number !== null) return { kind: number, range: range(reader) };
  if (reader.take('language') !== null) return { kind: 'lang', langs: texts(reader, 'rules.language', true) };
  if (reader.take('only') !== null) {
    const what = reader.take('emoji', 'links', 'images') as 'emoji' | 'links' | 'images' | null;
    return { kind: 'only', what: what ?? reader.fail('rules.only') };
  }
  if (reader.take('reply') !== null) {
    reader.need('to');
    reader.need('hidden');
    return { kind: 'replyToHidden' };
  }
  if (reader.take('first') !== null) {
    reader.need('post');
    return { kind: 'first' };
  }
  const bare = reader.take('new', 'mine') as 'new' | 'mine' | null;
  return bare === null ? reader.fail('rules.condition') : { kind: bare };
}

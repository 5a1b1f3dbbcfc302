import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLOURS } from '../../../core/model/person';
import type { Condition, RuleAction, RuleDraft, RuleScope } from '../../../core/model/rule';
import { formatRule, formatRuleList } from '../../../core/rules/format';
import { MAX_LIST_CHARS, MAX_RULES } from '../../../core/rules/limits';
import { parseRule, parseRuleList } from '../../../core/rules/parse';
import { words } from './make';

const plain: RuleDraft = {
  name: '',
  when: words('spam'),
  action: { kind: 'hide' },
  scope: { kind: 'everywhere' },
  priority: 0,
  expiresAt: null,
  enabled: true,
  replies: false,
  origin: { kind: 'mine' },
};
const show: Partial<RuleDraft> = { action: { kind: 'show' } };
const NOW = Date.UTC(2026, 0, 15);

test.each([
  ['spam', {}],
  ['  spam  ', {}],
  ['\ufeffspam', {}],
  ['加微信', { when: words('加微信') }],
  ['buy now!', { when: words('buy now!') }],
  ['"# not a comment"', { when: words('# not a comment') }],
  ['"so called" experts', { when: words('"so called" experts') }],
  ['show me the money', { when: words('show me the money') }],
  ['hide', { when: words('hide') }],
  ['"hide if you can"', { when: words('hide if you can') }],
  ['@recipe', { ...show, when: words('recipe') }],
  ['@"@home"', { ...show, when: words('@home') }],
  ['/a+b/i', { when: { kind: 'regex', source: 'a+b', flags: 'i' } }],
  ['@/a\\/b/', { ...show, when: { kind: 'regex', source: 'a/b', flags: '' } }],
  [
    'hide if text has "a b" | c anywhere lookalikes spaced',
    { when: { kind: 'words', words: ['a b', 'c'], part: true, lookalikes: true, spaced: true } },
  ],
  [
    'off fold if author is "Ann" | "安" id "77"',
    { enabled: false, action: { kind: 'fold' }, when: { kind: 'author', names: ['Ann', '安'], id: '77' } },
  ],
  ['dim if author is id 77', { action: { kind: 'dim' }, when: { kind: 'author', names: [], id: '77' } }],
  ['hide if author matches /^bot\\d+$/', { when: { kind: 'authorMatches', source: '^bot\\d+$', flags: '' } }],
  ['vanish if author labelled troll', { action: { kind: 'vanish' }, when: { kind: 'label', text: 'troll' } }],
  [
    'highlight green if score at least 10',
    { action: { kind: 'highlight', colour: 'green' }, when: { kind: 'score', range: { min: 10, max: null } } },
  ],
  ['highlight if mine', { action: { kind: 'highlight', colour: 'yellow' }, when: { kind: 'mine' } }],
  [
    'label "Seller" red if links at least 2',
    { action: { kind: 'label', label: { text: 'Seller', colour: 'red' } }, when: { kind: 'links', range: { min: 2, max: null } } },
  ],
  ['hide if length at most 3', { when: { kind: 'length', range: { min: null, max: 3 } } }],
  ['hide if floor 2 to 9', { when: { kind: 'floor', range: { min: 2, max: 9 } } }],
  ['hide if depth 0', { when: { kind: 'depth', range: { min: 0, max: 0 } } }],
  ['hide if age at least 2 days', { when: { kind: 'age', range: { min: 48, max: null } } }],
  ['hide if language ru | id', { when: { kind: 'lang', langs: ['ru', 'id'] } }],
  ['hide if only emoji', { when: { kind: 'only', what: 'emoji' } }],
  ['hide if reply to hidden', { when: { kind: 'replyToHidden' } }],
  ['show if first post', { ...show, when: { kind: 'first' } }],
  [
    'hide if all(text has "x", none(new, mine), any())',
    { when: { kind: 'all', of: [words('x'), { kind: 'none', of: [{ kind: 'new' }, { kind: 'mine' }] }, { kind: 'any', of: [] }] } },
  ],
  ['hide if text has spam on forum.example', { scope: { kind: 'site', site: 'forum.example' } }],
  ['hide if text has spam on forum.example/board/3', { scope: { kind: 'board', site: 'forum.example', path: '/board/3' } }],
  ['hide if text has spam on forum.example path "/a b"', { scope: { kind: 'board', site: 'forum.example', path: '/a b' } }],
  ['hide if text has spam in thread "k 1"', { scope: { kind: 'thread', threadKey: 'k 1' } }],
  ['hide if text has spam until 2026-03-01', { expiresAt: Date.UTC(2026, 2, 1) }],
  ['hide if text has spam for 7 days', { expiresAt: NOW + 7 * 86_400_000 }],
  ['hide if text has spam named "Ads" with replies priority -5', { name: 'Ads', replies: true, priority: -5 }],
] as [string, Partial<RuleDraft>][])('%s', (line, changes) => {
  expect(parseRule(line, { now: NOW })).toEqual({ rule: { ...plain, ...changes } });
});

test.each([[''], ['   '], ['# comment'], ['  # comment']])('%j is no rule', (line) => {
  expect(parseRule(line)).toEqual({ rule: null });
});

test.each([
  ['/abc', 'rules.openPattern', 0],
  ['@/abc', 'rules.openPattern', 1],
  ['/a/i x', 'rules.afterPattern', 4],
  ['//', 'regex.empty', 0],
  ['@', 'rules.wordEmpty', 0],
  ['""', 'rules.wordEmpty', 0],
  ['"\\u{200b}"', 'rules.wordEmpty', 0],
  ['x'.repeat(201), 'rules.wordLong', 0],
  ['x'.repeat(9000), 'rules.lineLong', 8000],
  ['hide if text has', 'rules.word', 16],
  ['hide if text has on forum.example', 'rules.word', 17],
  ['hide if text has "abc', 'rules.openQuote', 17],
  ['hide if text has "a\\qc"', 'rules.badEscape', 19],
  ['hide if colour 3', 'rules.condition', 8],
  ['hide if score high', 'rules.number', 14],
  ['hide if score at 3', 'rules.expected: most', 17],
  ['hide if all(new', 'rules.expected: )', 15],
  ['hide if only sounds', 'rules.only', 13],
  ['highlight pink if new', 'rules.colour', 10],
  ['hide if new until soon', 'rules.date', 18],
  ['hide if new for 7 days', 'rules.noClock', 12],
  ['hide if new forever', 'rules.clause', 12],
  ['hide if new priority 1 priority 2', 'rules.twice', 23],
  ['  hide if nothing', 'rules.condition', 10],
  [`hide if ${'all('.repeat(50)}`, 'rules.deep', 44],
] as [string, string, number][])('refused: %s', (line, problem, at) => {
  expect(parseRule(line)).toEqual({ problem, at });
});

describe('round trip', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('"', '\\', '/', '# a', '@b', ' x ', '\n', 'hide if x', 'nothing', 'id', '|', '\ud800', 'off', '/a/'),
  );
  const word = text.filter((one) => one.replace(/[\s\p{DI}\p{Cc}]/gu, '') !== '');
  const number = fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => n + 0 || 0);
  const range = fc.record({ min: fc.option(number), max: fc.option(number) });
  const regex = fc.record({
    source: fc.oneof(text, fc.constantFrom('a/b', 'a\\/b', 'a\\\\/b', '\\', '[/]', '')),
    flags: fc.constantFrom('', 'i', 'ims'),
  });
  const { when } = fc.letrec<{ when: Condition; leaf: Condition }>((tie) => ({
    leaf: fc.oneof(
      fc.record({
        kind: fc.constant('words' as const),
        words: fc.array(word, { maxLength: 3 }),
        part: fc.boolean(),
        lookalikes: fc.boolean(),
        spaced: fc.boolean(),
      }),
      regex.map((one) => ({ kind: 'regex' as const, ...one })),
      regex.map((one) => ({ kind: 'authorMatches' as const, ...one })),
      fc.record({ kind: fc.constant('author' as const), names: fc.array(text, { maxLength: 2 }), id: fc.option(text) }),
      text.map((one) => ({ kind: 'label' as const, text: one })),
      fc.record({ kind: fc.constantFrom('length', 'links', 'score', 'depth', 'floor', 'position', 'repeats', 'age'), range }),
      fc
        .array(fc.constantFrom('zh', 'en', 'id', 'zh-Hant', 'nothing'), { maxLength: 2 })
        .map((langs) => ({ kind: 'lang' as const, langs })),
      fc.constantFrom('emoji', 'links', 'images').map((what) => ({ kind: 'only' as const, what })),
      fc.constantFrom('replyToHidden', 'first', 'new', 'mine').map((kind) => ({ kind })),
    ) as fc.Arbitrary<Condition>,
    when: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie('leaf'),
      fc.record({ kind: fc.constantFrom('all', 'any', 'none'), of: fc.array(tie('when'), { maxLength: 3 }) }) as fc.Arbitrary<Condition>,
    ),
  }));
  const colour = fc.constantFrom(...COLOURS);
  const action = fc.oneof(
    fc.constantFrom('hide', 'vanish', 'fold', 'dim', 'show').map((kind) => ({ kind })),
    colour.map((one) => ({ kind: 'highlight', colour: one })),
    fc.tuple(text, colour).map(([label, one]) => ({ kind: 'label', label: { text: label, colour: one } })),
  ) as fc.Arbitrary<RuleAction>;
  const site = fc.oneof(fc.constantFrom('forum.example', 'path', 'a.example/x'), text);
  const scope = fc.oneof(
    fc.constant({ kind: 'everywhere' }),
    site.map((one) => ({ kind: 'site', site: one })),
    fc.tuple(site, fc.oneof(text, fc.constantFrom('/', '/b/1', '/a,b'))).map(([one, path]) => ({ kind: 'board', site: one, path })),
    text.map((threadKey) => ({ kind: 'thread', threadKey })),
  ) as fc.Arbitrary<RuleScope>;
  const draft: fc.Arbitrary<RuleDraft> = fc.record({
    name: text,
    when,
    action,
    scope,
    priority: fc.oneof(fc.constant(0), number),
    expiresAt: fc.option(fc.oneof(fc.integer({ min: -8e15, max: 8e15 }), fc.constant(Date.UTC(2027, 4, 1)))),
    enabled: fc.boolean(),
    replies: fc.boolean(),
    origin: fc.constant({ kind: 'mine' } as const),
  });
  const usual = fc
    .record({ when: word.map((one) => words(one)), action: fc.constantFrom({ kind: 'hide' } as const, { kind: 'show' } as const) })
    .map((one) => ({ ...plain, ...one }));

  test('parse(format(rule)) = rule, on one line', () => {
    fc.assert(
      fc.property(fc.oneof(draft, usual), (rule) => {
        const line = formatRule(rule);
        expect(line).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(parseRule(line)).toEqual({ rule });
      }),
      { numRuns: 3000 },
    );
  });

  test('any line is read or refused at a place within it', () => {
    const pieces = fc.constantFrom(
      'hide',
      'if',
      'text',
      'has',
      '"',
      '/',
      'all',
      '(',
      ')',
      ',',
      '|',
      'a',
      '\\',
      'until',
      '9',
      'off',
      'on',
      ' ',
      'at',
      'least',
      'author',
      'is',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((all) => `hide if ${all.join(' ')}`),
          fc.string({ unit: 'binary' }),
        ),
        (line) => {
          const parsed = parseRule(line);
          if ('problem' in parsed) expect(parsed.at >= 0 && parsed.at <= line.length).toBe(true);
          else if (parsed.rule) expect(parseRule(formatRule(parsed.rule))).toEqual(parsed);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('lists', () => {
  test('reports by line, leaves duplicates out in matching form', () => {
    const list = parseRuleList('# my list\nspam\r\nＳＰＡＭ\n/x\n\n@spam\nhide if text has "b" | "a"\nhide if text has "A" | "b"\n');
    expect(list.rules.map(formatRule)).toEqual(['spam', '@spam', 'hide if text has "b" | "a"']);
    expect(list.lines).toEqual([2, 6, 7]);
    expect(list.problems).toEqual([{ line: 4, column: 1, problem: 'rules.openPattern' }]);
    expect(list.duplicates).toEqual([
      { line: 3, of: 2 },
      { line: 8, of: 7 },
    ]);
  });

  test('a list written and read again is the same', () => {
    const { rules } = parseRuleList('spam\n加微信\n@recipe\n/a b/i\nfold if length at most 2 on forum.example\n');
    expect(rules).toHaveLength(5);
    expect(parseRuleList(formatRuleList(rules)).rules).toEqual(rules);
  });

  test('a million rules stop at the limit, an endless list is refused', () => {
    const million = Array.from({ length: 250_000 }, (_, i) => `w${i}`).join('\n');
    const list = parseRuleList(million);
    expect(list.rules).toHaveLength(MAX_RULES);
    expect(list.problems).toEqual([{ line: MAX_RULES + 1, column: 1, problem: 'rules.listFull' }]);
    expect(parseRuleList('x'.repeat(MAX_LIST_CHARS + 1)).problems).toEqual([{ line: 0, column: 0, problem: 'rules.listLong' }]);
  });

  test('problems are capped and counted', () => {
    const list = parseRuleList('/x\n'.repeat(1000));
    expect(list.problems).toHaveLength(200);
    expect(list.more.problems).toBe(800);
  });

  test('rules of a list know their list', () => {
    expect(parseRuleList('spam', { origin: { kind: 'list', list: 'L' } }).rules[0]!.origin).toEqual({ kind: 'list', list: 'L' });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRule, isSweeping } from '../../../core/rules/check';
import { diffRules, takeList } from '../../../core/rules/diff';
import { formatRule } from '../../../core/rules/format';
import { parseRule, parseRuleList } from '../../../core/rules/parse';
import { regexEngine } from '../../../core/rules/regex';

const LIST = { kind: 'list', list: 'L' } as const;
const take = (text: string) => takeList(text, LIST, regexEngine, 0);
const lines = (rules: readonly Parameters<typeof formatRule>[0][]) => rules.map(formatRule);
const rule = (line: string) => {
  const parsed = parseRule(line);
  if ('problem' in parsed || !parsed.rule) throw new Error(line);
  return parsed.rule;
};

test('what comes, goes and stays, whatever the order and spelling', () => {
  const diff = diffRules(parseRuleList('spam\nham\n/x/i\n').rules, parseRuleList('/x/i\nＳpam\n@eggs\n').rules);
  expect([lines(diff.added), lines(diff.removed), lines(diff.same)]).toEqual([['@eggs'], ['ham'], ['/x/i', 'spam']]);
});

test('a rule that changes its action goes and comes', () => {
  const diff = diffRules([rule('dim if new')], [rule('fold if new')]);
  expect([lines(diff.added), lines(diff.removed), diff.same]).toEqual([['fold if new'], ['dim if new'], []]);
});

test('applying a diff gives the new list', () => {
  const list = fc.uniqueArray(fc.constantFrom('a1', 'b2', '@c3', '/d/', 'dim if new', '软件')).map((all) => all.map(rule));
  fc.assert(
    fc.property(list, list, (before, after) => {
      const { added, removed, same } = diffRules(before, after);
      expect(lines([...same, ...added]).sort()).toEqual(lines(after).sort());
      expect(same.length + removed.length).toBe(before.length);
    }),
  );
});

describe('lists by subscription', () => {
  test('rules are taken as the list’s own', () => {
    const taken = take('# title\nspam\n@eggs\n');
    expect(taken.ok && taken.value.rules.map((one) => one.origin)).toEqual([LIST, LIST]);
  });

  test.each([
    ['endless', 'x'.repeat(2_000_001), 'list.long'],
    [
      'a million rules',
      Array.from({ length: 1_000_000 }, (_, i) => i.toString(36))
        .join('\n')
        .slice(0, 1_999_999),
      'list.many',
    ],
    ['a web page', '<!DOCTYPE html><html><body>404</body></html>', 'list.page'],
    ['nothing', '# only a comment\n', 'list.empty'],
    ['broken patterns', '/x\n'.repeat(50), 'list.unreadable'],
    ['only sweeping rules', '/./\nhide if all()\n', 'list.empty'],
  ])('refused: %s', (_, text, problem) => {
    expect(take(text)).toMatchObject({ ok: false, problem });
  });

  test('what a list may not have is left out and named', () => {
    const taken = take('spam\n/./\n/(?=x)y/\nham\n');
    if (!taken.ok) throw new Error(taken.problem);
    expect(lines(taken.value.rules)).toEqual(['spam', 'ham']);
    expect(taken.value.leftOut).toEqual([
      { line: 2, text: '/./', problem: 'list.sweeping', where: '' },
      { line: 3, text: '/(?=x)y/', problem: 'invalid or unsupported Perl syntax', where: '0' },
    ]);
  });
});

test.each([
  ['/./', true],
  ['/.*/s', true],
  ['/\\S/', true],
  ['/[^\\n]/', true],
  ['hide if all()', true],
  ['hide if none()', true],
  ['hide if none(text has "zzz")', true],
  ['hide if length at least 1', true],
  ['hide if length any', true],
  ['hide if any(new, length at least 0)', true],
  ['hide if author matches /./', true],
  ['vanish if text matches /^/', false],
  ['hide if length at most 10', false],
  ['hide if new', false],
  ['hide if author is ann', false],
  ['hide if language zh', false],
  ['spam', false],
  ['的', false],
  ['/[a-z]/i', false],
  ['hide if all(length at least 1, new)', false],
])('sweeping? %s: %s', (line, is) => {
  expect(isSweeping(rule(line), regexEngine)).toBe(is);
});

test.each([
  ['/(a/', 'missing closing )', '0'],
  ['/x(?=y)/', 'invalid or unsupported Perl syntax', '1'],
  ['/(a)\\1/', 'invalid escape sequence', '3'],
  ['/中文[z-a]/', 'invalid character class range', '3'],
  ['/a/q', 'regex.flag: q', '2'],
  ['hide if floor 9 to 2', 'rules.rangeEmpty', '9 to 2'],
  ['hide if text has nothing', 'rules.wordEmpty', ''],
  ['hide if any(new, author matches /*/)', 'missing argument to repetition operator', '0'],
])('can’t be saved: %s', (line, problem, where) => {
  expect(checkRule(rule(line), regexEngine)).toEqual({ problem, where });
});

test.each(['spam', '/a+/i', 'hide if floor 2 to 9', 'hide if author matches /^bot\\d+$/'])('can be saved: %s', (line) => {
  expect(checkRule(rule(line), regexEngine)).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRule } from '../../../core/rules/check';
import { diffRules, takeList } from '../../../core/rules/diff';
import { formatRule } from '../../../core/rules/format';
import { parseRule, parseRuleList } from '../../../core/rules/parse';
import { regexEngine } from '../../../core/rules/regex';
import { sweepOf } from '../../../core/rules/sweeping';

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
      { line: 3, text: '/(?=x)y/', problem: 'regex.look', where: '0' },
    ]);
  });
});

describe('a list that means harm', () => {
  test('that hides everything by parts is told as a whole', () => {
    const taken = take(
      'hide if text has a | e anywhere\nhide if text has 的 | 。 | ます | 니 anywhere\nhide if text has и | ш | ا anywhere\n@Ok',
    );
    expect(taken.ok && taken.value.sweep).toEqual({ hidden: 9, of: 10 });
    expect(take('spam\n广告')).toMatchObject({ ok: true, value: { sweep: { hidden: 0, of: 10 } } });
  });

  test('that brings more patterns than a page should run keeps its first thousand', () => {
    const taken = take(`${Array.from({ length: 1001 }, (_, i) => `/b${i}c/`).join('\n')}\nspam\nhide if any(new, text matches /x/)`);
    if (!taken.ok) throw new Error(taken.problem);
    expect(taken.value.rules).toHaveLength(1001);
    expect(taken.value.leftOut.map(({ line, problem }) => [line, problem])).toEqual([
      [1001, 'list.patterns'],
      [1003, 'list.patterns'],
    ]);
  });

  test('cannot begin a span of time anew with each copy', () => {
    const taken = take('spam\nhide if new for 7 days');
    expect(taken).toMatchObject({
      ok: true,
      value: { rules: { length: 1 }, parsed: { problems: [{ line: 2, problem: 'rules.noClock' }] } },
    });
  });

  test('cannot show another text than it holds', () => {
    for (const hidden of ['\u202e', '\u2066', '\u200b', '\u00ad', '\u2064', '\u0007'])
      for (const line of [
        `ma${hidden}ps`,
        `hide if new named "a${hidden}b"`,
        `/a${hidden}b/`,
        `hide if new on forum.example/a${hidden}b`,
      ]) {
        const written = formatRule(rule(line));
        expect(written).not.toContain(hidden);
        expect(rule(written)).toEqual(rule(line));
      }
  });

  test('with names of JavaScript’s own is a list of words', () => {
    const own = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const taken = take([...own, ...own.map((name) => `label "${name}" red if author is "${name}" on ${name}`)].join('\n'));
    expect(taken.ok && taken.value.rules).toHaveLength(8);
    expect(taken.ok && taken.value.sweep.hidden).toBe(0);
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
  ['hide if none(author is "nobody at all")', true],
  ['hide if none(author labelled "x")', true],
  ['hide if none(mine)', true],
  ['hide if none(language tlh)', true],
  ['hide if any(new, none(new))', true],
  ['dim if all(links at most 9, none(only emoji)) on forum.example', true],
  ['hide if text has a | e | i | o | 。 | и | ます | 니 | ش anywhere', true],
  ['hide if none(new)', false],
  ['hide if score at most 4', false],
  ['hide if none(score at least 5)', false],
  ['hide if age at least 10 days', false],
  ['hide if author matches /^[a-z_0-9]+$/i', false],
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
  expect(sweepOf([rule(line)], regexEngine, 0).rules).toEqual(is ? [0] : []);
});

test.each([
  ['/(a/', 'regex.openGroup', '0'],
  ['/x(?=y)/', 'regex.look', '1'],
  ['/(a)\\1/', 'regex.back', '3'],
  ['/中文[z-a]/', 'regex.range: z-a', '3'],
  ['/a/q', 'regex.flag: q', '2'],
  ['hide if floor 9 to 2', 'rules.rangeEmpty', '9 … 2'],
  ['hide if text has nothing', 'rules.wordEmpty', ''],
  ['hide if any(new, author matches /*/)', 'regex.repeatNothing', '0'],
])('can’t be saved: %s', (line, problem, where) => {
  expect(checkRule(rule(line), regexEngine)).toMatchObject({ problem, where });
});

test.each(['spam', '/a+/i', 'hide if floor 2 to 9', 'hide if author matches /^bot\\d+$/'])('can be saved: %s', (line) => {
  expect(checkRule(rule(line), regexEngine)).toBeNull();
});

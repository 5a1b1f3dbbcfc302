import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, regexEngine } from '../../../core/rules/regex';
import english from '../../../public/locales/en.json';
import { comment, cpu, judge, ofTexts, rule, thread } from './make';

const find = (source: string, flags: string, text: string) => {
  const made = compilePattern(source, flags);
  if (!made.ok) throw new Error(made.problem);
  return made.value.find(text).map(({ start, end }) => text.slice(start, end));
};

test.each([
  ['b+', '', 'abbcb', ['bb', 'b']],
  ['SPAM', 'i', 'spam Spam', ['spam', 'Spam']],
  ['^x', 'm', 'x\nx', ['x', 'x']],
  ['a.b', 's', 'a\nb', ['a\nb']],
  ['\\u4e2d.', '', '😀中文', ['中文']],
  ['\\p{Script=Han}+', '', 'ab中文cd', ['中文']],
  ['(?<year>\\d{4})', '', 'in 2026', ['2026']],
  ['x*', '', 'abc', []],
  ['x*', '', 'axxb', ['xx']],
  ['😀', '', 'a😀b', ['😀']],
] as [string, string, string, string[]][])('/%s/%s in %j', (source, flags, text, pieces) => {
  expect(find(source, flags, text)).toEqual(pieces);
});

test.each([
  ['', '', 'regex.empty', '0'],
  ['a'.repeat(1001), '', 'regex.long', '1000'],
  ['((a{100}){100}){100}', '', 'regex.repeatCount', '3'],
  ['a', 'y', 'regex.flag: y', '2'],
  ['a\\(?=x(?=y)', 'i', 'regex.look', '6'],
  ['[(?=]x(?<!y)', '', 'regex.look', '6'],
  ['(a)\\\\(b)\\2', '', 'regex.back', '8'],
  ['(?<n>a)\\k<n>', '', 'regex.back', '7'],
  ['a[b', '', 'regex.openClass', '1'],
  ['(a)(b', 'ims', 'regex.openGroup', '3'],
  ['(a))', '', 'regex.closedGroup', '3'],
  ['[(]a)', '', 'regex.closedGroup', '4'],
  ['a|*b', '', 'regex.repeatNothing', '2'],
  ['ab**', '', 'regex.repeatTwice', '2'],
  ['a{3,2}', '', 'regex.repeatCount', '1'],
  ['x[z-a]', '', 'regex.range: z-a', '2'],
  ['x\\p{Foo}', '', 'regex.range: \\p{Foo}', '1'],
  ['x(?>a)', '', 'regex.group: (?>', '1'],
  ['(?<n>a)(?<n>b)', '', 'regex.groupTwice: n', '10'],
  ['ab\\', '', 'regex.backslash', '2'],
  ['('.repeat(499) + 'a*'.repeat(1) + ')*'.repeat(499), '', 'regex.long', '1000'],
])('refused: %s', (source, flags, problem, where) => {
  const made = compilePattern(source, flags);
  expect(made.ok).toBe(false);
  if (!made.ok) expect([made.problem, made.where]).toEqual([problem, where]);
});

test('whatever is refused is refused with a key of the catalogue and a place within the pattern', () => {
  const keys = Object.keys(english);
  const piece = fc.constantFrom(
    '(',
    ')',
    '[',
    ']',
    '\\',
    '*',
    '+',
    '?',
    '{',
    '}',
    '9',
    ',',
    '|',
    'a',
    'k<',
    '(?',
    '(?<',
    '=',
    '!',
    'p{',
    'u{',
    '-',
    '^',
    '中',
    '/',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.constantFrom('', 'i', 'ims'), (pieces, flags) => {
      const made = compilePattern(pieces.join(''), flags);
      if (made.ok) return;
      expect(keys).toContain(made.problem.split(': ')[0]);
      expect(made.problem).not.toBe('regex.unknown');
      expect(Number(made.where)).toBeGreaterThanOrEqual(0);
      expect(Number(made.where)).toBeLessThanOrEqual(pieces.join('').length);
    }),
    { numRuns: 3000 },
  );
});

// Linear time is a promise: eight times the text may take ten times the time, not sixty-four times.
describe('patterns on which backtracking explodes', () => {
  test.each([
    ['(a+)+$', 'a', '!'],
    ['(a|aa)+$', 'a', '!'],
    ['(a|a)*b', 'a', '!'],
    ['([a-zA-Z]+)*!$', 'a', '1'],
    ['(x+x+)+y', 'x', ''],
    ['^(\\w+\\s?)*$', 'ab ', '!'],
    ['(\\d+)*-(\\d+)*-', '1', ''],
    ['(哈+)+！', '哈', '?'],
    ['(.*)*x.*y$', 'x', ''],
    ['a.*b|a', 'a', ''],
  ])(
    '/%s/ on 200,000 characters',
    (source, unit, end) => {
      const made = compilePattern(source, 'i');
      if (!made.ok) throw new Error(made.problem);
      const cost = (length: number) => {
        const text = unit.repeat(Math.ceil(length / unit.length)) + end;
        return Math.min(
          ...[1, 2, 3].map(() => {
            const start = cpu();
            made.value.find(text);
            return cpu() - start;
          }),
        );
      };
      cost(1000);
      const small = cost(25_000);
      const large = cost(200_000);
      expect(large).toBeLessThan(Math.max(small, 2) * 40);
    },
    60_000,
  );
});

describe('in rules', () => {
  const pattern = rule({ kind: 'regex', source: 'b+', flags: 'i' }, { name: 'Bs' });

  test('a pattern hides and marks where it matched', () => {
    const [one, two] = judge(ofTexts('aBBc', 'aac'), [pattern], { compile: { regex: regexEngine } });
    expect(one).toMatchObject({ treatment: 'hide', spans: [{ start: 1, end: 3, rule: pattern.uuid, by: '' }] });
    expect(two!.treatment).toBe('show');
  });

  test('a pattern on names', () => {
    const bots = rule({ kind: 'authorMatches', source: '^bot\\d+$', flags: '' });
    const on = thread([comment({ name: 'bot12' }), comment({ key: 'c2', name: 'robot12' })]);
    expect(judge(on, [bots], { compile: { regex: regexEngine } }).map((one) => one.treatment)).toEqual(['hide', 'show']);
  });

  test('without an engine the rule is left out, not the others', () => {
    expect(judge(ofTexts('bbb spam'), [pattern])[0]!.treatment).toBe('show');
  });
});

import { describe, expect, test } from 'vitest';
import { checkList } from '../../../core/rules/check-list';
import { formatRule } from '../../../core/rules/format';
import { parseRuleList } from '../../../core/rules/parse';
import { regexEngine } from '../../../core/rules/regex';

const checked = (text: string) => checkList(text, parseRuleList(text, { now: 0 }), regexEngine);

describe('a pasted list', () => {
  test('keeps what can be saved', () => {
    const { rules, lines, problems } = checked('spam\n\n/b[ai]tcoin/i\nhide if score at most -5');
    expect(rules.map(formatRule)).toEqual(['spam', '/b[ai]tcoin/i', 'hide if score at most -5']);
    expect([lines, problems]).toEqual([[1, 3, 4], []]);
  });

  test.each([
    ['a look-ahead', 'spam\n/ab(?=x)/', 2, 4],
    ['a back-reference behind white space', '  /(a)\\1/', 1, 7],
    ['within a condition', 'hide if text matches /a(?!b)/ on forum.example', 1, 24],
    ['behind slashes', '/a\\/b\\/(?=c)/', 1, 8],
    ['within a group of conditions', 'hide if any(new, author matches /a(b/)', 1, 35],
    ['in a name', 'ok\nok too\nhide if author matches /x(?<=y)/', 3, 26],
  ])('names the place of what no engine of ours can express: %s', (_what, text, line, column) => {
    const { rules, problems } = checked(text);
    expect(rules.map(formatRule).join()).not.toContain('/');
    expect(problems).toEqual([{ line, column, problem: expect.any(String) }]);
  });

  test('takes ranges out that nothing is in, and keeps the order of lines', () => {
    const { rules, problems } = checked('hide if length 9 to 3\nhide if length\nfine\n/(?=a)/');
    expect(rules.map(formatRule)).toEqual(['fine']);
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 4]);
  });
});

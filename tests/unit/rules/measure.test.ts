import { describe, expect, test } from 'vitest';
import { ageInHours, floorNumber, isOnly, lengthOf, linksIn } from '../../../core/rules/measure';
import { compilePattern } from '../../../core/rules/regex';
import { commentOf } from '../../support/comment';

describe('what can be measured in a comment', () => {
  test.each([
    ['no address at all', 0],
    ['see https://a.example/x, and www.b.example。', 2],
    ['awww. not one', 0],
    ['看这里https://a.example/1，还有http://b.example/2】', 2],
  ])('links in “%s”: %i', (text, count) => expect(linksIn(text)).toBe(count));

  test.each([
    ['  小明😀  ', 3],
    ['', 0],
    ['a b', 3],
  ])('length of “%s”: %i', (text, count) => expect(lengthOf(text)).toBe(count));

  test.each([
    ['emoji', '😀👍🏽', true],
    ['emoji', '[doge] :smile:', true],
    ['emoji', '😀 no', false],
    ['emoji', '7', false],
    ['emoji', '', false],
    ['links', 'https://a.example/x', true],
    ['links', 'see https://a.example/x', false],
    ['links', ' ', false],
    ['images', ' ', true],
    ['images', 'words', false],
  ] as const)('only %s: “%s” is %s', (what, text, is) => expect(isOnly(what, text)).toBe(is));

  test.each([
    ['2024-01-02T00:00:00Z', 24],
    ['2024-01-03', 0],
    ['2024-01-02T12:00:00+02:00', 14],
    ['yesterday', null],
    [null, null],
  ])('age of a comment of %s: %s hours', (date, hours) =>
    expect(ageInHours(commentOf('c', 'Ada', 'x', { date }), Date.UTC(2024, 0, 3))).toBe(hours),
  );

  test.each([
    ['#12', 12],
    ['１２楼', 12],
    ['1.1', 1.1],
    ['沙发', null],
    [null, null],
  ])('floor %s: %s', (floor, number) => expect(floorNumber(floor)).toBe(number));
});

test('a pattern that is short to write and endless to run is refused', () => {
  expect(compilePattern('((a{100}){100}){10}', '')).toMatchObject({ ok: false });
  expect(compilePattern('a{1000}'.repeat(11), '')).toMatchObject({ ok: false, problem: 'regex.large', where: '0' });
});

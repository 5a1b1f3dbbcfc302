import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint, hash32 } from '../../../core/model/key';

// Frozen: visits store these hashes, so another value would make every old comment look new.
test.each([
  ['', 2872998923],
  ['12', 205589462],
  ['评论-12', 3298720241],
  ['c-4711', 1555597113],
])('hash32(%j) = %i for ever', (text, hash) => {
  expect(hash32(text)).toBe(hash);
});

test('fingerprint of a known comment is frozen too: marks are kept under it', () => {
  expect(fingerprint('Ann', 'Hello', '1d')).toBe('f1i4voml843wpm');
});

test('100,000 numbered keys collide hardly more than chance allows', () => {
  const seen = new Set<number>();
  for (let i = 0; i < 100_000; i++) seen.add(hash32(`comment-${i}`));
  expect(100_000 - seen.size).toBeLessThan(10);
});

test.each([
  ['width and case', ['Ann', 'Hello World', '1d'], ['ＡＮＮ', 'hello  world', '1d'], true],
  ['another author', ['Ann', 'hi', '1d'], ['Bob', 'hi', '1d'], false],
  ['another text', ['Ann', '你好', null], ['Ann', '您好', null], false],
  ['another date', ['Ann', '你好', '1d'], ['Ann', '你好', '2d'], false],
  ['a field does not run into the next', ['Ann', 'b', null], ['Annb', '', null], false],
] as const)('fingerprint: %s', (_, a, b, same) => {
  const of = ([author, text, dateText]: readonly [string, string, string | null]) => fingerprint(author, text, dateText);
  expect(of(a) === of(b)).toBe(same);
});

test('fingerprint is short and safe in an attribute', () => {
  fc.assert(fc.property(fc.string(), fc.string({ unit: 'binary' }), (a, b) => /^f[0-9a-z]{1,13}$/.test(fingerprint(a, b, null))));
});

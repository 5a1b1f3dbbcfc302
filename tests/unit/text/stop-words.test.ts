import { expect, test } from 'vitest';
import { isStopWord } from '../../../core/text/stop-words';

test.each([
  ['the', 'en', true],
  ['war', 'en', false],
  ['war', 'de', true],
  ['the', 'zh-Hans', true],
  ['我们', 'zh-Hans', true],
  ['桥', 'zh-Hans', false],
  ['the', null, true],
  ['bridge', 'xx', false],
])('%s in %s: %s', (word, lang, expected) => {
  expect(isStopWord(word, lang)).toBe(expected);
});

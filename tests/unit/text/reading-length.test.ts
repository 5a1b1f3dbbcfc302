import { expect, test } from 'vitest';
import { countLength, readingMinutes } from '../../../core/text/reading-length';

test.each([
  ['Two words, and 3.5 “more”!', 5, 'words'],
  ["It's well-known", 2, 'words'],
  ['今天天气很好，是吗？', 8, 'characters'],
  ['我用 Linux 系统', 5, 'characters'],
  ['Совет решил', 2, 'words'],
  ['시의회는 말했다', 2, 'words'],
  ['', 0, 'words'],
  ['… !!! 😀', 0, 'words'],
])('%s is %i %s long', (text, length, unit) => {
  expect(countLength(text)).toEqual({ length, unit });
});

test('parts add up', () => {
  expect(countLength(['今天', '天气', 'ok'])).toEqual({ length: 5, unit: 'characters' });
});

test.each([
  [{ length: 0, unit: 'words' as const }, 1],
  [{ length: 2300, unit: 'words' as const }, 10],
  [{ length: 2000, unit: 'characters' as const }, 5],
])('%o takes %i minutes', (size, minutes) => {
  expect(readingMinutes(size)).toBe(minutes);
});

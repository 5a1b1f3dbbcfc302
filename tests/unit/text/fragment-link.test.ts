import { expect, test } from 'vitest';
import { fragmentLink } from '../../../core/text/fragment-link';

const long =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one';

test.each([
  ['https://a.example/x', 'plain words', 'https://a.example/x#:~:text=plain%20words'],
  ['https://a.example/x', '  white \n space ', 'https://a.example/x#:~:text=white%20space'],
  ['https://a.example/x#c7', 'q', 'https://a.example/x#c7:~:text=q'],
  ['https://a.example/x#:~:text=old', 'new', 'https://a.example/x#:~:text=new'],
  ['https://a.example/x', 'a-b, c & d', 'https://a.example/x#:~:text=a%2Db%2C%20c%20%26%20d'],
  ['https://a.example/x', '', 'https://a.example/x'],
  ['https://a.example/x', '约束', 'https://a.example/x#:~:text=%E7%BA%A6%E6%9D%9F'],
  ['https://a.example/x', 'a\ud800b', 'https://a.example/x#:~:text=a%EF%BF%BDb'],
  [
    'https://a.example/x',
    long,
    'https://a.example/x#:~:text=one%20two%20three%20four%20five,seventeen%20eighteen%20nineteen%20twenty%20twenty%2Done',
  ],
])('%s and “%s”', (url, quote, wanted) => {
  expect(fragmentLink(url, quote)).toBe(wanted);
});

test('a long quote without spaces is given by its edges', () => {
  const link = fragmentLink('https://a.example/', '甲'.repeat(100) + '乙'.repeat(100));
  expect(decodeURIComponent(link)).toBe(`https://a.example/#:~:text=${'甲'.repeat(12)},${'乙'.repeat(12)}`);
});

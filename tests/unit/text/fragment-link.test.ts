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
  ['https://a.example/x?q=:~:a', 'q', 'https://a.example/x?q=:~:a#:~:text=q'],
  ['https://a.example/x', 'مرحبا، بالعالم', `https://a.example/x#:~:text=${encodeURIComponent('مرحبا، بالعالم')}`],
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

const edgesOf = (link: string) => link.split('text=')[1]!.split(',').map(decodeURIComponent);

test.each([
  `河城议会周二晚间表决同意老桥继续通行${'，议员们说'.repeat(30)}五年以后再由新的议会决定。`,
  `Der ${'Donaudampfschifffahrtsgesellschaft '.repeat(8)}folgte.`.trim(),
  `สะพานเก่าจะยังคงเปิดให้บริการ${'ต่อไปอีกห้าปี'.repeat(12)}`,
  `${'👨‍👩‍👧 '.repeat(9)}${'ё́'.repeat(60)}`,
])('a long quote of few spaces is given by its edges, whole words of them: %s', (quote) => {
  const [head = '', tail = ''] = edgesOf(fragmentLink('https://a.example/', quote));
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(quote)].map(({ index }) => index);
  expect(quote.startsWith(head) && quote.endsWith(tail)).toBe(true);
  expect(head.length).toBeGreaterThan(9);
  const bounds = new Set([...parts, quote.length]);
  expect(bounds.has(head.length) || bounds.has(head.length + 1)).toBe(true);
  expect(bounds.has(quote.length - tail.length)).toBe(true);
});

test.each([
  ['It rains.', ['It rains.'], 'And then.', 'And%20then.-,It%20rains.'],
  ['It rains.', [], 'It  rains. And so', 'It%20rains.%20And%20so-,It%20rains.'],
  ['It rains.', ['It snows.'], 'And then.', 'It%20rains.'],
  ['It rains.', ['It rains.'], '', 'It%20rains.'],
  [long, [`${long} once more`], 'And - then', '-,one%20two%20three%20four%20five,seventeen%20eighteen'],
])('%s after %j and %j', (quote, earlier, before, wanted) => {
  const link = fragmentLink('https://a.example/', quote, { earlier, before });
  expect(link.split('text=')[1]).toContain(wanted);
});

import { describe, expect, test } from 'vitest';
import { joinBins } from '../../components/activity-plot';
import { itemsOf } from '../../components/condition-kinds';
import { Name, visibleName } from '../../components/name';
import { piecesOf, Spans } from '../../components/spans';
import english from '../../public/locales/en.json';
import { find, root, show } from '../support/stage';

describe('names', () => {
  test.each([
    ['bob', 'bob'],
    ['b\u200bob', 'b◌ob'],
    ['\u202eevil', '◌evil'],
    ['👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
    ['a\u00adb', 'a◌b'],
    ['محمد', 'محمد'],
    ['阿澄', '阿澄'],
  ])('%s is shown as %s', (name, shown) => {
    expect(visibleName(name)).toBe(shown);
  });
  test('a name is isolated from the direction around it, and never empty', () => {
    show(<Name name="" />);
    expect(find('bdi').textContent).toBe(english['common.noName']);
  });
});

describe('marked ranges', () => {
  test.each([
    [5, [], '0-5'],
    [5, [{ start: 1, end: 3 }], '0-1 1-3* 3-5'],
    [
      5,
      [
        { start: 2, end: 4 },
        { start: 0, end: 3 },
      ],
      '0-3* 3-4* 4-5',
    ],
    [5, [{ start: 3, end: 99 }], '0-3 3-5*'],
    [5, [{ start: 4, end: 2 }], '0-5'],
  ])('%i characters, %j', (length, ranges, wanted) => {
    const text = piecesOf(length, ranges).map(({ start, end, marked }) => `${start}-${end}${marked ? '*' : ''}`);
    expect(text.join(' ')).toBe(wanted);
  });
  test('markup in a text stays text', () => {
    show(<Spans text={'<img src=x onerror="alert(1)">'} ranges={[{ start: 0, end: 4 }]} />);
    expect(root.querySelector('img')).toBeNull();
    expect(find('mark').textContent).toBe('<img');
  });
});

test.each([
  [[1, 2, 3], 8, [1, 2, 3]],
  [[1, 1, 1, 1, 1], 2, [3, 2]],
  [[], 8, []],
])('bins %j in at most %i bars', (counts, most, wanted) => {
  expect(joinBins(counts, most)).toEqual(wanted);
});

test.each([
  ['spam, 广告，推广、x', ['spam', '广告', '推广', 'x']],
  [' a ,a,, ', ['a']],
  ['one word\ntwo', ['one word', 'two']],
])('typed items %j', (text, wanted) => {
  expect(itemsOf(text)).toEqual(wanted);
});

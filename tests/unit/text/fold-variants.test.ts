import { expect, test } from 'vitest';
import { fold } from '../../../core/text/fold';
import { matchingForm, variantsFor } from '../../../core/text/variants';
import { VARIANT_GROUPS } from '../../../core/text/variants-table';

test.each([
  ['軟件', '软件'],
  ['頭髮發達', '头发发达'],
  ['為爲', '为为'],
  ['裡裏', '里里'],
  ['群羣', '群群'],
  ['着著', '着着'],
  ['台臺颱', '台台台'],
  ['中文', '中文'],
])('%s is matched as %s', (text, simple) => {
  expect([...text].map(matchingForm).join('')).toBe(simple);
  const variants = variantsFor([simple]);
  expect(fold(text, { variants }).text).toBe(simple);
});

test('a page gets only what its words need, whichever script they are written in', () => {
  expect(variantsFor(['软件'])).toEqual({ 軟: '软' });
  expect(variantsFor(['軟件'])).toEqual({ 軟: '软' });
  expect(variantsFor(['spam', 'ｓｐａｍ'])).toEqual({});
  expect(variantsFor(['发'])).toEqual({ 發: '发', 髮: '发' });
});

test('the table has no chains and no character twice', () => {
  const all = [...VARIANT_GROUPS.replace(/\s/gu, '')];
  expect(all.length).toBeGreaterThan(6000);
  expect(new Set(all).size).toBe(all.length);
});

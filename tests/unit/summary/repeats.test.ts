import { expect, test } from 'vitest';
import { findRepeats } from '../../../core/summary/repeats';
import { keyTerms } from '../../../core/summary/terms';

test.each([
  ['电子书阅读器发布。新电子书阅读器好用。', '', ['电子书阅读器']],
  ['老桥今年维修。老桥通行。维修费用高。', '', ['老桥', '维修']],
  ['渡船停运。', '渡船何时恢复', ['渡船']],
  ['各不相同', '', []],
  ['', '', []],
])('%s', (text, known, expected) => {
  expect([...findRepeats(text, known).keys()].sort()).toEqual([...expected].sort());
});

test('terms of a mixed text are words of it, without parts of each other', () => {
  const terms = keyTerms(['老桥上的 Tower 很旧。', '老桥旁的 Tower 更旧。', '老桥收费。'], '老桥', 'zh-Hans', 5);
  expect(terms.slice(0, 2)).toEqual(['老桥', 'Tower']);
});

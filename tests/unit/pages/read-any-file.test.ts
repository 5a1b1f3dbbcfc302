import { expect, test } from 'vitest';
import { regexEngine } from '../../../core/rules/regex';
import { readAnyFile } from '../../../entrypoints/library/read-any-file';
import { testStore } from '../../support/store';

const NOT_OURS = 'lookahead(?=x)';
test.each([
  ['a word list', `spam\n/${NOT_OURS}/\n/fine+/i\n`],
  [
    'YAWF',
    JSON.stringify({
      yaofang: 'yaofang',
      version: '1',
      config: {
        'filter_comment_text_hide.items': ['spam'],
        'filter_comment_regex_hide.items': [
          { source: NOT_OURS, flags: '' },
          { source: 'fine+', flags: 'i' },
        ],
      },
    }),
  ],
])('patterns of %s that our engine cannot match are listed, not taken in to match nothing', async (_tool, file) => {
  const { store } = await testStore();
  const read = readAnyFile('list.txt', new TextEncoder().encode(file), store, regexEngine, (problem, at) => `${problem} at ${at}`);
  if (!read.ok) throw new Error(`${read.problem} ${read.where}`);
  const rules = JSON.stringify(read.value.backup.rules);
  expect(rules).toContain('fine+');
  expect(rules).not.toContain(NOT_OURS);
  expect(read.value.unknown).toHaveLength(1);
});

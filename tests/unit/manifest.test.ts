import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8');
const named = [...config.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1]!).sort();
/** Chrome refuses a longer description in its store. */
const DESCRIPTION_LIMIT = 132;

test.each(readdirSync(join(ROOT, 'public/_locales')))('the manifest in %s says all it names, and nothing else', (lang) => {
  const messages: Record<string, { message: string }> = JSON.parse(
    readFileSync(join(ROOT, 'public/_locales', lang, 'messages.json'), 'utf8'),
  );
  expect(Object.keys(messages).sort()).toEqual(named);
  expect(Object.values(messages).filter(({ message }) => message.trim() === '')).toEqual([]);
  expect(messages.description!.message.length).toBeLessThanOrEqual(DESCRIPTION_LIMIT);
});

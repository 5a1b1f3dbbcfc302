import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const LINK = /\]\(([^)\s]+)\)/g;

test.each(pages)('every link of %s leads somewhere', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8').replace(/```[\s\S]*?```/g, '');
  const broken = [...text.matchAll(LINK)]
    .map((match) => match[1]!)
    .filter((link) => !/^(https?:|mailto:|#)/.test(link))
    .filter((link) => !existsSync(join(ROOT, dirname(page), decodeURIComponent(link.split('#')[0]!))));
  expect(broken).toEqual([]);
});

test('every page of the users can be reached from the README', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const users = ['summaries', 'people', 'filters', 'rules', 'library', 'settings', 'privacy', 'permissions'];
  expect(users.filter((name) => !readme.includes(`docs/${name}.md`))).toEqual([]);
  expect(users.filter((name) => !pages.includes(relative('.', join('docs', `${name}.md`))))).toEqual([]);
});

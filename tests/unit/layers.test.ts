import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Who may import whom (docs: ARCHITECTURE). A folder may always import itself. Packages are named beside. */
const LAYERS: Record<string, { folders: string[]; packages: string[] }> = {
  'core/model': { folders: [], packages: [] },
  'core/text': { folders: ['core/model'], packages: [] },
  'core/rules': { folders: ['core/model', 'core/text'], packages: ['re2js'] },
  'core/summary': { folders: ['core/model', 'core/text'], packages: [] },
  'core/engines': { folders: ['core/model', 'core/text', 'core/summary'], packages: [] },
  'core/sites': { folders: ['core/model'], packages: [] },
  'core/page': { folders: ['core/model', 'core/text', 'core/sites'], packages: [] },
  'core/store': { folders: ['core/model', 'core/text'], packages: ['dexie'] },
  'core/bus': { folders: ['core/model', 'core/text'], packages: ['wxt'] },
  components: { folders: ['core/model', 'core/text'], packages: ['preact'] },
  // What runs on every page, and what it fetches when there is a use for it: only the types of the others.
  'entrypoints/page': { folders: ['core/model', 'core/page', 'core/bus', 'core/rules', 'core/text'], packages: ['wxt'] },
  'entrypoints/page-finder': { folders: ['core/model', 'core/page', 'entrypoints/page'], packages: ['wxt'] },
  'entrypoints/page-story': { folders: ['core/model', 'core/page', 'entrypoints/page'], packages: ['wxt'] },
  'entrypoints/page-session': {
    folders: ['core/model', 'core/text', 'core/rules', 'core/page', 'core/bus', 'entrypoints/page'],
    packages: ['wxt'],
  },
  'entrypoints/page-ui': {
    folders: [
      'core/model',
      'core/text',
      'core/rules',
      'core/summary',
      'core/sites',
      'core/page',
      'core/bus',
      'components',
      'entrypoints/page',
      'entrypoints/page-session',
    ],
    packages: ['wxt', 'preact'],
  },
  'entrypoints/page-engine': { folders: ['core/rules', 'entrypoints/page'], packages: ['wxt'] },
  'entrypoints/background': {
    folders: ['core/model', 'core/text', 'core/rules', 'core/store', 'core/bus', 'core/sites'],
    packages: ['wxt'],
  },
  ...Object.fromEntries(
    ['popup', 'library', 'sidepanel', 'welcome'].map((name) => [
      `entrypoints/${name}`,
      {
        folders: ['core/model', 'core/text', 'core/rules', 'core/summary', 'core/engines', 'core/store', 'core/bus', 'components'],
        packages: ['wxt', 'preact', 'dexie'],
      },
    ]),
  ),
};
// The panel shows the popup's views of a story and of a discussion beside the page.
LAYERS['entrypoints/sidepanel']!.folders.push('entrypoints/popup');

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\n[^'"\n;]*?)*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function layerOf(file: string): string | null {
  const known = Object.keys(LAYERS).sort((a, b) => b.length - a.length);
  return known.find((layer) => file === `${layer}.ts` || file === `${layer}.tsx` || file.startsWith(`${layer}/`)) ?? null;
}

/** Everything a file may not import, as "file → target". */
function violations(file: string, text: string): string[] {
  const layer = layerOf(file);
  if (!layer) return [`${file} lies in no known layer`];
  const rules = LAYERS[layer]!;
  const bad: string[] = [];
  for (const match of text.matchAll(IMPORT)) {
    const target = (match[1] ?? match[2] ?? match[3])!;
    if (target.startsWith('.')) {
      if (/\.(css|json|svg)(\?|$)/.test(target)) continue;
      const path = normalize(join(dirname(file), target))
        .split(sep)
        .join('/');
      const into = layerOf(path) ?? layerOf(`${path}.ts`);
      if (into !== layer && !(into && rules.folders.includes(into))) bad.push(`${file} → ${path}`);
    } else if (!rules.packages.some((name) => target === name || target.startsWith(`${name}/`))) bad.push(`${file} → ${target}`);
  }
  return bad;
}

describe('layers', () => {
  test('no file imports what its folder may not', () => {
    const files = ['core', 'components', 'entrypoints'].flatMap(sources);
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => violations(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  test.each([
    ['core/model/a.ts', "import { b } from '../text/b';", 1],
    ['core/page/a.ts', "import { browser } from 'wxt/browser';", 1],
    ['core/page/a.ts', "import type { Article } from '../model/article';", 0],
    ['entrypoints/page-session/a.ts', "import {\n  database,\n} from '../../core/store/database';", 1],
    ['components/a.tsx', "import { h } from 'preact';\nimport 'dexie';", 1],
    ['core/rules/a.ts', "const x = await import('../page/detect');", 1],
  ])('%s with %j has %i violations', (file, text, count) => {
    expect(violations(file, text)).toHaveLength(count);
  });

  test('what content scripts bundle never names a storage of the page', () => {
    const scripts = ['page', 'page-finder', 'page-session', 'page-story'].map((name) => `entrypoints/${name}`);
    const bundled = ['core/page', 'core/rules', 'core/text', 'core/bus', 'core/summary', ...scripts].flatMap(sources);
    const named = bundled.filter((file) =>
      /\b(indexedDB|localStorage|sessionStorage)\b/.test(readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(named).toEqual([]);
  });
});

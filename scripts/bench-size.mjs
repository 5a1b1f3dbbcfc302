import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, runBin } from './run.mjs';

/** P10: bytes, gzipped, of everything that runs in a page before the in-page UI is asked for. */
export async function benchSize() {
  const folder = join(ROOT, '.output', 'chrome-mv3');
  const script = join(folder, 'content-scripts', 'page.js');
  if (!existsSync(script)) runBin(join('..', 'scripts', 'build.mjs'), []);
  const size = gzipSync(readFileSync(script), { level: 9 }).length;
  const ui = gzipSync(readFileSync(join(folder, 'page-ui.js')), { level: 9 }).length;
  return [
    { id: 'P10', value: size, unit: 'bytes gz', limit: 16384, reference: 'uBlock Origin 5.7 KB, Hypothesis 61 KB' },
    { id: 'P10.ui', value: ui, unit: 'bytes gz', limit: null, reference: 'loaded only when asked for' },
  ];
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, runBin } from './run.mjs';

/** P10: bytes, gzipped, of everything that runs in a page before the in-page UI is asked for, and of its parts. */
export async function benchSize() {
  const folder = join(ROOT, '.output', 'chrome-mv3');
  if (!existsSync(join(folder, 'page.js'))) runBin(join('..', 'scripts', 'build.mjs'), []);
  const size = (name) => gzipSync(readFileSync(join(folder, `${name}.js`)), { level: 9 }).length;
  const [boot, finder, session] = ['page', 'page-finder', 'page-session'].map(size);
  const add = (id, value, limit, reference) => ({ id, value, unit: 'bytes gz', limit, reference });
  return [
    add('P10', boot + finder + session, 16384, 'all that runs on a page with comments; uBlock Origin 5.7 KB, Hypothesis 61 KB'),
    add('P10.boot', boot, 16384, 'on every page, at document_start'),
    add('P10.finder', finder, null, 'reads comments: on pages with words'),
    add('P10.session', session, null, 'decides and paints: on pages with comments'),
    add('P10.story', size('page-story'), null, 'reads the story: only when somebody asks for it'),
    add('P10.engine', size('page-engine'), null, 'only where a rule with a pattern holds'),
    add('P10.ui', size('page-ui'), null, 'only when the in-page UI is asked for'),
  ];
}

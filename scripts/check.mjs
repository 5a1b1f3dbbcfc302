import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reexecWithNewNode } from './new-node.mjs';
import { ROOT, runBin, wxt } from './run.mjs';

const oxlintBin = () =>
  ['oxlint/bin/oxlint', 'oxlint/dist/cli.js'].find((file) => existsSync(join(ROOT, 'node_modules', file))) ?? 'oxlint/bin/oxlint';
const tsc = (project) => () => runBin('typescript/bin/tsc', ['-p', project]);

/** Every check by name; each answers an exit code. */
const CHECKS = {
  'generated types': () => wxt(['prepare'], { quiet: true }),
  types: tsc('tsconfig.json'),
  'types of the pure folders, without the DOM': tsc('tsconfig.pure.json'),
  'format and lint': () => runBin('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  'promise rules': () => runBin(oxlintBin(), ['-c', '.oxlintrc.json', '--type-aware', 'core', 'components', 'entrypoints']),
  'dead code': () => runBin('knip/bin/knip.js', ['--no-progress']),
};

/** Runs all checks; answers how many passed and the names of those that failed. */
export function checkAll() {
  const failed = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    const ok = check() === 0;
    console.log(`${ok ? '✓' : '✗'} ${name}`);
    if (!ok) failed.push(name);
  }
  return { passed: Object.keys(CHECKS).length - failed.length, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  reexecWithNewNode(import.meta.url);
  process.exit(checkAll().failed.length ? 1 : 0);
}

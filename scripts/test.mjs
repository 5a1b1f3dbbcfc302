// Everything that must hold, from a fresh clone on: set-up, checks, builds, store linter, unit, DOM and end-to-end tests.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reexecWithNewNode } from './new-node.mjs';
import { setUp } from './setup.mjs';

setUp();
reexecWithNewNode(import.meta.url);

const { checkAll } = await import('./check.mjs');
const { ROOT, runBin } = await import('./run.mjs');

const checks = checkAll();
let { passed } = checks;
const failed = [...checks.failed];
let skipped = 0;
const step = (name, status) => {
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  if (status === 0) passed++;
  else failed.push(name);
  return status === 0;
};

const node = (script, ...args) => runBin(join('..', 'scripts', script), args);
const built = step('build for Chrome and Firefox', node('build.mjs')) && step('build for the end-to-end tests', node('build.mjs', '--e2e'));
if (built) {
  const lint = [
    'lint',
    '--warnings-as-errors',
    '--source-dir',
    '.output/firefox-mv3',
    '--output',
    'text',
    '--boring',
    '--no-config-discovery',
  ];
  step('store linter without a warning', runBin('web-ext/bin/web-ext.js', lint, { quiet: true }));

  const report = join(ROOT, '.output', 'tests.json');
  rmSync(report, { force: true });
  runBin('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    skipped += result.numPendingTests + (result.numTodoTests ?? 0);
    for (const file of result.testResults) {
      for (const one of file.assertionResults) if (one.status === 'failed') failed.push(`${one.fullName}`);
      if (file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'))
        failed.push(`${file.name}: ${file.message}`);
    }
    if (!result.success && failed.length === 0) failed.push('vitest ended with an error outside of any test');
  } catch (error) {
    failed.push(`vitest left no report: ${error.message}`);
  }
}

for (const name of failed) console.log(`failed: ${name.replaceAll(ROOT, '.')}`);
console.log(`${passed} passed, ${failed.length} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed.length ? 1 : 0);

// The archives for both stores and the sources for reviewers, in .output. WXT sorts the entries and dates them all alike, so the same files give the same bytes.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reexecWithNewNode } from './new-node.mjs';
import { ROOT, wxt } from './run.mjs';

/** A promise to those who install it; the archive grows with every language and site. */
const LARGEST_BYTES = 1_500_000;

reexecWithNewNode(import.meta.url);
for (const browser of ['chrome', 'firefox']) {
  const status = wxt(['zip', '-b', browser], { quiet: true });
  if (status !== 0) process.exit(status);
}
const output = join(ROOT, '.output');
for (const name of readdirSync(output).filter((one) => one.endsWith('.zip'))) {
  const { size } = statSync(join(output, name));
  console.log(`${name}: ${size} bytes`);
  if (size <= LARGEST_BYTES || name.endsWith('-sources.zip')) continue;
  console.error(`${name} is larger than ${LARGEST_BYTES} bytes`);
  process.exitCode = 1;
}

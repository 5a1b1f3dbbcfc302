import { parseArgs } from 'node:util';
import { reexecWithNewNode } from './new-node.mjs';
import { wxt } from './run.mjs';

reexecWithNewNode(import.meta.url);
const { values } = parseArgs({ options: { e2e: { type: 'boolean', default: false }, browser: { type: 'string' } } });
for (const browser of values.browser ? [values.browser] : ['chrome', 'firefox']) {
  const status = wxt(['build', '-b', browser, ...(values.e2e ? ['--mode', 'e2e'] : [])], { quiet: true });
  if (status !== 0) process.exit(status);
}

import { reexecWithNewNode } from './new-node.mjs';
import { wxt } from './run.mjs';

reexecWithNewNode(import.meta.url);
for (const browser of ['chrome', 'firefox']) {
  const status = wxt(['zip', '-b', browser], { quiet: true });
  if (status !== 0) process.exit(status);
}

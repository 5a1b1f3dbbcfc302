import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { newNode } from './new-node.mjs';

export const ROOT = join(import.meta.dirname, '..');

/** Runs a package's own JavaScript bin under a new Node and waits; answers the exit code. */
export function runBin(file, args, { env = {}, quiet = false } = {}) {
  const { status, stdout, stderr } = spawnSync(newNode() ?? process.execPath, [join(ROOT, 'node_modules', file), ...args], {
    cwd: ROOT,
    stdio: quiet ? 'pipe' : 'inherit',
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (quiet && status !== 0) process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  return status ?? 1;
}

export const wxt = (args, options) => runBin('wxt/bin/wxt.mjs', args, options);

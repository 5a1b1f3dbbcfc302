import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = [22, 12];

/** The newest Node at hand: the one that runs us if it is new enough, otherwise the one that npm put into node_modules; null if neither. */
export function newNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return process.execPath;
  const local = join(import.meta.dirname ?? fileURLToPath(new URL('.', import.meta.url)), '..', 'node_modules', 'node', 'bin', 'node');
  const file = process.platform === 'win32' ? `${local}.exe` : local;
  return existsSync(file) ? file : null;
}

/** Runs this very script again under a Node that WXT and Vitest accept (22.12 or newer). Returns at once when it already is. */
export function reexecWithNewNode(url) {
  const node = newNode();
  if (node === process.execPath) return;
  if (!node) {
    console.error(
      `Needs Node ${NEEDED.join('.')} or newer (this is ${process.versions.node}), and none came with the packages: run npm ci.`,
    );
    process.exit(1);
  }
  const { status } = spawnSync(node, [fileURLToPath(url), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

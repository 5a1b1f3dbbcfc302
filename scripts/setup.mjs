import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath, firefoxPath } from './browsers.mjs';

const ROOT = join(import.meta.dirname, '..');
const APT = ['chromium', 'firefox-esr', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

const run = (command, args, options = {}) => spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options }).status === 0;

function packagesAreThere() {
  const marker = join(ROOT, 'node_modules', '.package-lock.json');
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs - 1000;
}

/** True on Debian or a child of it, as root: the one place where a browser can be installed without asking. */
function aptIsOurs() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return /\bdebian\b/.test(existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '');
}

/**
 * Brings a fresh clone to where everything runs: packages by `npm ci`, browsers by apt on Debian as root.
 * Anything that it may not install is named in one line, and the process exits with 1.
 */
export function setUp({ firefox = true } = {}) {
  if (!packagesAreThere()) {
    console.log('Installing packages …');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    if (!run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' })) {
      console.error('npm ci failed: see the lines above.');
      process.exit(1);
    }
  }
  const missing = () => [chromiumPath() ? null : 'Chromium', firefox && !firefoxPath() ? 'Firefox' : null].filter(Boolean);
  if (missing().length && aptIsOurs()) {
    console.log(`Installing ${missing().join(' and ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env };
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...APT], quiet);
  }
  if (missing().length) {
    console.error(`Please install ${missing().join(' and ')} (or set POSTIL_CHROMIUM / POSTIL_FIREFOX to its path) and run this again.`);
    process.exit(1);
  }
}

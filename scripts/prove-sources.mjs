// Proves that the archive of sources gives the very bytes that go to the stores: `npm run prove`
// unpacks it into an empty folder, installs by the lock file, builds, and compares. Reviewers of AMO do the same by hand.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readZip } from './read-zip.mjs';

const BROWSERS = ['chrome', 'firefox'];
const OUTPUT = '.output';

/** Where the two differ, one line each; empty: the same files with the same bytes. */
export function differences(wanted, got) {
  const names = [...new Set([...wanted.keys(), ...got.keys()])].sort();
  return names.flatMap((name) => {
    if (!got.has(name)) return [`${name} is missing`];
    if (!wanted.has(name)) return [`${name} is too much`];
    return wanted.get(name).equals(got.get(name)) ? [] : [`${name} differs`];
  });
}

function unpack(bytes, folder) {
  for (const [name, body] of readZip(bytes)) {
    const file = normalize(join(folder, name));
    if (!file.startsWith(folder + sep)) throw new Error(`unpack: ${name} leads out of the folder`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, body);
  }
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in the unpacked sources`);
}

/**
 * Rebuilds from the archive of sources in `output` and compares with the archives beside it; answers what differs, one line each.
 * A build with the same Node gives the same archive; with another one zlib may pack differently, so the files inside are compared too.
 * @param {string} output folder with `postil-<version>-{chrome,firefox,sources}.zip`
 * @param {string} version
 */
export function proveSources(output, version) {
  const archive = (kind) => `postil-${version}-${kind}.zip`;
  const folder = mkdtempSync(join(tmpdir(), 'postil-sources-'));
  try {
    unpack(readFileSync(join(output, archive('sources'))), folder);
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
    run('npm', ['run', '--silent', 'zip'], folder);
    return BROWSERS.flatMap((browser) => {
      const wanted = readFileSync(join(output, archive(browser)));
      const got = readFileSync(join(folder, OUTPUT, archive(browser)));
      const inside = differences(readZip(wanted), readZip(got)).map((line) => `${browser}: ${line}`);
      if (inside.length === 0 && !wanted.equals(got)) return [`${browser}: the same files, packed into other bytes`];
      return inside;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(import.meta.dirname, '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!existsSync(join(root, OUTPUT, `postil-${version}-sources.zip`))) {
    console.error('There is no archive of sources yet: run npm run zip first.');
    process.exit(1);
  }
  const found = proveSources(join(root, OUTPUT), version);
  for (const line of found) console.error(line);
  console.log(found.length === 0 ? 'The sources rebuild byte for byte.' : `${found.length} differences.`);
  process.exit(found.length === 0 ? 0 : 1);
}

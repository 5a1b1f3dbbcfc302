// Makes a release: `npm run release -- 1.2.3` shows what it would be (everything is built and proved, nothing is kept but the archives),
// `npm run release -- 1.2.3 --yes` runs all tests besides and brings the commit and the tag into this repository. It never pushes.
// What is built is what is committed: a fresh clone in an empty folder, installed by the lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reexecWithNewNode } from './new-node.mjs';
import { proveSources } from './prove-sources.mjs';
import { datedChangelog, versionProblem } from './release-plan.mjs';

reexecWithNewNode(import.meta.url);
const ROOT = join(import.meta.dirname, '..');
const KINDS = ['chrome', 'firefox', 'sources'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { yes: { type: 'boolean', default: false }, test: { type: 'boolean', default: false } },
});

function stop(problem) {
  console.error(`No release: ${problem}`);
  process.exit(1);
}
/** Runs a program and answers what it printed; its failure ends the release. */
function run(cwd, command, ...args) {
  const shell = command === 'npm' && process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell, maxBuffer: 1e9 });
  if (status !== 0) stop(`${command} ${args.join(' ')} failed\n${stdout}${stderr}`);
  return stdout.trim();
}
const git = (cwd, ...args) => run(cwd, 'git', ...args);

const version = positionals[0] ?? JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
const dirty = git(ROOT, 'status', '--porcelain');
if (dirty !== '') stop(`there are changes that are not committed\n${dirty}`);
const problem = versionProblem(version, git(ROOT, 'tag', '--list').split('\n'));
if (problem) stop(problem);

const folder = mkdtempSync(join(tmpdir(), 'postil-release-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const clone = join(folder, 'postil');
git(ROOT, 'clone', '--quiet', ROOT, clone);

const changelog = datedChangelog(readFileSync(join(clone, 'CHANGELOG.md'), 'utf8'), version, new Date().toISOString().slice(0, 10));
if (!changelog.ok) stop(changelog.problem);
writeFileSync(join(clone, 'CHANGELOG.md'), changelog.text);
run(clone, 'npm', 'version', version, '--no-git-tag-version', '--allow-same-version');
const author = ['user.name', 'user.email'].flatMap((key) => ['-c', `${key}=${git(ROOT, 'config', key)}`]);
git(clone, ...author, 'commit', '--quiet', '--all', '--message', `release: ${version}`);
git(clone, ...author, 'tag', '--annotate', `v${version}`, '--message', changelog.notes);

console.log(`Building ${version} from a fresh clone …`);
run(clone, 'npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
if (values.yes || values.test) {
  console.log('Running all tests …');
  run(clone, 'npm', 'test');
}
run(clone, 'npm', 'run', '--silent', 'zip');
console.log('Rebuilding from the archive of sources …');
const found = proveSources(join(clone, '.output'), version);
if (found.length > 0) stop(`the sources do not rebuild to the same bytes\n${found.join('\n')}`);

const out = join(ROOT, '.output', 'release', version);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const names = KINDS.map((kind) => `postil-${version}-${kind}.zip`);
const sums = names.map((name) => {
  copyFileSync(join(clone, '.output', name), join(out, name));
  return `${createHash('sha256')
    .update(readFileSync(join(out, name)))
    .digest('hex')}  ${name}\n`;
});
writeFileSync(join(out, 'SHA256SUMS'), sums.join(''));
console.log(`${sums.join('')}${changelog.notes}\n`);

if (values.yes) {
  git(ROOT, 'fetch', '--quiet', '--tags', clone, 'HEAD');
  git(ROOT, 'merge', '--quiet', '--ff-only', 'FETCH_HEAD');
  console.log(
    `${version} is committed and tagged v${version}; the archives are in .output/release/${version}. Push with: git push --follow-tags`,
  );
} else console.log(`A rehearsal: the archives are in .output/release/${version}, nothing is committed or tagged. With --yes it is.`);

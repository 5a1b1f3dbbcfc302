// What a release has to get right on paper: the version, its place in CHANGELOG.md, the texts around it. Pure.

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

const parts = (version) => VERSION.exec(version)?.slice(1).map(Number) ?? null;

/** Negative, 0 or positive as `a` is older than, equal to or newer than `b`. */
const compare = (a, b) => a.map((part, at) => part - b[at]).find((difference) => difference !== 0) ?? 0;

/**
 * What is wrong with a version to be released, null if nothing. Browsers take numbers and dots only, and a store never takes one twice.
 * @param {string} version
 * @param {readonly string[]} tags of the repository, such as `v0.1.0`
 */
export function versionProblem(version, tags) {
  const wanted = parts(version);
  if (wanted === null) return `a version is three numbers with dots between, got "${version}"`;
  const released = tags.flatMap((tag) => (tag.startsWith('v') ? [parts(tag.slice(1))] : [])).filter((one) => one !== null);
  const newest = released.sort(compare).at(-1);
  if (newest && compare(wanted, newest) <= 0) return `${version} is not newer than ${newest.join('.')}, which is released`;
  return null;
}

/**
 * CHANGELOG.md with the date of the release in the head of its section, and that section's text.
 * The section must be there (`## 1.2.3 – unreleased`) and say something.
 * @returns {{ok: true, text: string, notes: string} | {ok: false, problem: string}}
 */
export function datedChangelog(text, version, date) {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => line.startsWith('## ') && line.slice(3).split(' ')[0] === version);
  if (head < 0) return { ok: false, problem: `CHANGELOG.md has no section "## ${version} – unreleased"` };
  if (!lines[head].endsWith(' – unreleased'))
    return { ok: false, problem: `CHANGELOG.md says that ${version} is released: "${lines[head]}"` };
  const next = lines.findIndex((line, at) => at > head && line.startsWith('## '));
  const notes = lines
    .slice(head + 1, next < 0 ? undefined : next)
    .join('\n')
    .trim();
  if (notes === '') return { ok: false, problem: `the section of ${version} in CHANGELOG.md is empty` };
  lines[head] = `## ${version} – ${date}`;
  return { ok: true, text: lines.join('\n'), notes };
}

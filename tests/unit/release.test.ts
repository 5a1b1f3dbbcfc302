import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { differences } from '../../scripts/prove-sources.mjs';
import { readZip } from '../../scripts/read-zip.mjs';
import { datedChangelog, versionProblem } from '../../scripts/release-plan.mjs';

describe('a version that may be released', () => {
  test.each([
    ['0.1.0', [], null],
    ['0.1.0', ['', 'nightly', 'v0.0.9'], null],
    ['0.10.0', ['v0.9.0', 'v0.2.0'], null],
    ['0.1.0', ['v0.1.0'], '0.1.0 is not newer than 0.1.0, which is released'],
    ['0.2.0', ['v0.10.0', 'v0.9.0'], '0.2.0 is not newer than 0.10.0, which is released'],
    ['1.0', [], 'a version is three numbers with dots between, got "1.0"'],
    ['1.0.0-beta', [], 'a version is three numbers with dots between, got "1.0.0-beta"'],
  ])('%s after %j: %s', (version, tags, problem) => {
    expect(versionProblem(version, tags)).toBe(problem);
  });
});

describe('the changelog of a release', () => {
  const text = '# Changelog\n\n## 0.2.0 – unreleased\n- New.\n\n## 0.1.0 – 2026-01-02\n- Old.\n';
  test('gets the date, and its section is the text of the tag', () => {
    expect(datedChangelog(text, '0.2.0', '2026-03-04')).toEqual({
      ok: true,
      text: text.replace('unreleased', '2026-03-04'),
      notes: '- New.',
    });
  });
  test.each([
    ['0.3.0', 'has no section'],
    ['0.1.0', 'says that 0.1.0 is released'],
  ])('of %s is refused: it %s', (version, problem) => {
    expect(datedChangelog(text, version, '2026-03-04')).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });
  test('that says nothing is refused', () => {
    expect(datedChangelog('## 1.0.0 – unreleased\n\n## 0.9.0 – 2026-01-02\n- Old.\n', '1.0.0', '2026-03-04')).toMatchObject({ ok: false });
  });
});

/** A zip archive by hand, stored and deflated entries by turns. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [index, [name, text]] of Object.entries(files).entries()) {
    const raw = Buffer.from(text);
    const method = index % 2 === 0 ? 8 : 0;
    const body = method === 8 ? deflateRawSync(raw) : raw;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(method, 8);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(raw.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(head, Buffer.from(name), body);
    directory.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

test('an archive is read back as it was written', () => {
  const files = { 'a.txt': 'ink ink ink ink', 'b/批注.txt': '纸', empty: '' };
  const read = readZip(zipOf(files));
  expect(Object.fromEntries([...read].map(([name, body]) => [name, body.toString()]))).toEqual(files);
});

test.each(['', 'not an archive at all, only a line of text'])('%j is refused as an archive', (text) => {
  expect(() => readZip(Buffer.from(text))).toThrow('readZip: no end of directory');
});

test('two builds differ by a file that is missing, too much, or other', () => {
  const wanted = new Map(Object.entries({ a: Buffer.from('1'), b: Buffer.from('2'), c: Buffer.from('3') }));
  const got = new Map(Object.entries({ a: Buffer.from('1'), b: Buffer.from('x'), d: Buffer.from('4') }));
  expect(differences(wanted, got)).toEqual(['b differs', 'c is missing', 'd is too much']);
  expect(differences(wanted, wanted)).toEqual([]);
});

import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension, launchWithPostil, until } from '../../scripts/extension.mjs';
import { click, textsOf } from '../../scripts/person.mjs';

// The disk is full: said so, nothing half-applied, and all is well once there is room. Chrome: its quota can be set from outside.
const folder = mkdtempSync(join(tmpdir(), 'postil-full-'));
let postil: Awaited<ReturnType<typeof launchWithPostil>>;
let page: Awaited<ReturnType<typeof postil.openExtensionPage>>;
beforeAll(async () => {
  // The quota of an extension with unlimited storage is that of the disk and cannot be set: the same build without that permission.
  const dir = join(folder, 'extension');
  cpSync(builtExtension('chrome'), dir, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as { permissions: string[] };
  manifest.permissions = manifest.permissions.filter((one) => one !== 'unlimitedStorage');
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  postil = await launchWithPostil('chrome', { lang: 'en-US', dir });
  page = await postil.openExtensionPage('library.html#/data', 'input[type=file]');
  await page.bringToFront();
  await leave(1_000_000);
  // Chrome looks at the quota again after half a minute.
  await new Promise((done) => setTimeout(done, 31_000));
});
afterAll(async () => {
  await postil?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Leaves the extension's origin this many bytes; null: as many as there are. */
async function leave(bytes: number | null): Promise<void> {
  const cdp = await page.createCDPSession();
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: postil.base, ...(bytes === null ? {} : { quotaSize: bytes }) });
}
const note = (id: string, text: string) =>
  page.evaluate((message) => chrome.runtime.sendMessage(message), {
    postil: 1,
    command: 'person.change',
    ask: { op: `op ${id}`, person: { site: 'forum.example', id, name: `Ada ${id}` }, patch: { note: text } },
  });

test('a backup that finds no room is refused in words, and nothing of it is there', async () => {
  const rev = '000000000001000a-file';
  const person = (n: number) => ({
    uuid: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    createdAt: 1,
    updatedAt: 1,
    deletedAt: null,
    rev: { site: rev, id: rev, names: rev, labels: rev, note: rev, sources: rev, action: rev, group: rev, deletedAt: rev },
    site: 'forum.example',
    id: `n${n}`,
    names: [`N${n}`],
    labels: [],
    note: 'word '.repeat(2000),
    sources: [],
    action: null,
    firstSeenAt: null,
    lastSeenAt: null,
    group: null,
  });
  const file = join(folder, 'backup.json');
  const people = Array.from({ length: 3000 }, (_, n) => person(n));
  writeFileSync(
    file,
    JSON.stringify({ format: 'postil-backup', version: 1, kept: {}, hits: [], lists: [], marks: [], people, rules: [], visits: [] }),
  );
  const input = (await page.$('.file input[type=file]'))!;
  await input.uploadFile(file);
  await until(async () => /People: 3,000 new/.test((await textsOf(page, '.card .facts li')).join()), 'the comparison');
  await click(page, '.card .btn.primary');
  await until(
    async () => /disk is full/i.test((await textsOf(page, '[role=status], [role=alert]')).join()),
    'the refusal in words',
    60_000,
  );
  expect((await textsOf(page, 'main header')).join()).toContain('0 people · 0 marks');
});

test('a note that finds no room is refused by name, and those before it stay', async () => {
  const replies: unknown[] = [];
  for (let n = 0; n < 12; n++) replies.push(await note(String(n), randomBytes(95_000).toString('hex')));
  const written = replies.filter((reply) => (reply as { ok: boolean }).ok).length;
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(12);
  expect(replies.at(-1)).toMatchObject({ ok: false, problem: 'fault.database.full' });
  await until(async () => (await textsOf(page, 'main header')).join().includes(`${written} p`), `${written} people`);
});

test('once there is room both go through', async () => {
  await leave(null);
  await until(async () => ((await note('later', 'room again')) as { ok: boolean }).ok, 'a note', 60_000);
  await page.waitForFunction(() => document.querySelector<HTMLButtonElement>('.card .btn.primary')?.disabled === false);
  await click(page, '.card .btn.primary');
  await until(async () => /3,0\d\d people/.test((await textsOf(page, 'main header')).join()), 'all of them', 60_000);
});

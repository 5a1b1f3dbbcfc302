import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchWithPostil, until } from '../../scripts/extension.mjs';
import { hide, seek, tag, textsOf } from '../../scripts/person.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

// What is done in a private window lies in memory only. Chrome: Firefox cannot be told to let an extension in without its own dialogs.
const CANARY = 'zyzzogeton';
const profile = mkdtempSync(join(tmpdir(), 'postil-private-'));
let pages: Awaited<ReturnType<typeof serve>>;
let postil: Awaited<ReturnType<typeof launchWithPostil>>;
let forum = '';

const launch = () => launchWithPostil('chrome', { profile, lang: 'en-US', incognito: true });
beforeAll(async () => {
  pages = await serve(join(ROOT, 'tests/corpus/demo'));
  forum = `${pages.url.replace('127.0.0.1', 'forum.example')}/forum-zh.html`;
  postil = await launch();
});
afterAll(async () => {
  await postil?.close();
  await pages?.close();
  rmSync(profile, { recursive: true, force: true });
});

/** Opens the thread in a private window of its own. */
async function openPrivately() {
  const helper = await postil.openExtensionPage('library.html');
  const opened = postil.browser.waitForTarget((target) => target.url() === forum && target.type() === 'page', { timeout: 15_000 });
  const id = await helper.evaluate(async (url) => (await chrome.windows.create({ incognito: true, url }))?.id ?? -1, forum);
  const page = (await (await opened).page())!;
  await page.bringToFront();
  await seek(page, '.more');
  await helper.close();
  return {
    page,
    async leave() {
      const again = await postil.openExtensionPage('library.html');
      await again.evaluate((window) => chrome.windows.remove(window), id);
      await until(
        async () => Object.keys(await again.evaluate(() => chrome.storage.session.get())).length === 0,
        'the memory to be emptied',
      );
      await again.close();
    },
  };
}

/** Every file below a folder that holds the word, in either of the encodings in which browsers write. */
function filesWith(word: string, folder: string): string[] {
  const forms = [Buffer.from(word), Buffer.from(word, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}

test('a tag and a hidden comment hold in the window, reloads included, and are gone with it', async () => {
  const first = await openPrivately();
  await tag(first.page, '阿澄', CANARY);
  await hide(first.page, '广告机器');
  await first.page.reload();
  await until(async () => (await textsOf(first.page, '.chips .chip')).includes(CANARY), 'the chip after a reload');
  await until(async () => (await textsOf(first.page, '.stub .what')).join().includes('广告机器'), 'the stub after a reload');
  await first.leave();
  const second = await openPrivately();
  await until(async () => (await textsOf(second.page, '.more')).length > 0, 'the handles');
  expect(await textsOf(second.page, '.chips .chip')).toEqual([]);
  expect(await textsOf(second.page, '.stub')).toEqual([]);
  await second.leave();
});

test('nothing of it is in the database, and no visit or comment of the thread either', async () => {
  const page = await postil.openExtensionPage('library.html#/data', '.stored-kind');
  // Each kind is counted for itself, so the numbers come one after another.
  const countsOf = () => textsOf(page, '.stored-kind .number');
  await until(async () => (await countsOf()).length === (await textsOf(page, '.stored-kind')).length, 'every kind to be counted');
  const counts = await countsOf();
  expect(counts.length).toBeGreaterThan(5);
  expect(counts.filter((text) => !/^0 /.test(text))).toEqual([]);
  await page.close();
});

test('no file of the profile holds it, while what is done in an open window is found', async () => {
  const page = await postil.openPage(forum);
  await seek(page, '.more');
  await tag(page, '阿澄', 'plainly visible');
  await postil.close();
  expect(filesWith('plainly visible', profile)).not.toEqual([]);
  expect(filesWith(CANARY, profile)).toEqual([]);
  postil = await launch();
});

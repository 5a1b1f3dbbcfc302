import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchWithPostil, until } from '../../scripts/extension.mjs';
import { seek, tabIdOf, tag, textsOf } from '../../scripts/person.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

type Started = Awaited<ReturnType<typeof launchWithPostil>>;
type Page = Awaited<ReturnType<Started['openPage']>>;

// Chrome only: its events can be fired from the worker, as if the browser's own menu or address bar had been used.
let pages: Awaited<ReturnType<typeof serve>>;
let postil: Started;
let thread: Page;
let id: number | null;
let forum = '';

/** Fires an event of the browser in the worker. */
const fire = async (path: string, args: readonly unknown[]) => {
  const worker = await postil.worker!();
  await worker!.evaluate(
    (name: string, values: readonly unknown[]) => {
      const [area, event] = name.split('.') as [string, string];
      const events = (globalThis as unknown as { chrome: Record<string, Record<string, { dispatch: (...args: unknown[]) => void }>> })
        .chrome;
      events[area]![event]!.dispatch(...values);
    },
    path,
    args,
  );
};
const choose = (menuItemId: string, more: object = {}) =>
  fire('contextMenus.onClicked', [
    { menuItemId, ...more },
    { id, url: forum },
  ]);

beforeAll(async () => {
  pages = await serve(join(ROOT, 'tests/corpus/demo'));
  postil = await launchWithPostil('chrome', { lang: 'en-US' });
  forum = `${pages.url.replace('127.0.0.1', 'forum.example')}/forum-zh.html`;
  thread = await postil.openPage(forum);
  await seek(thread, '.more');
  const helper = await postil.openExtensionPage('library.html');
  id = await tabIdOf(helper, forum);
  await helper.close();
  await thread.bringToFront();
});
afterAll(async () => {
  await postil?.close();
  await pages?.close();
});

test('a link to a person: that person is tagged', async () => {
  const link = await thread.evaluate(() => {
    const links = [...document.querySelectorAll('a')];
    return links.find((one) => one.textContent?.trim() === '北窗')?.href ?? '';
  });
  await choose('menu.tag', { linkUrl: link });
  await seek(thread, '[role=dialog].tag');
  expect(await textsOf(thread, '[role=dialog].tag h2')).toEqual(['北窗']);
  await thread.keyboard.press('Escape');
});

test('a link to nobody here is told so', async () => {
  await choose('menu.tag', { linkUrl: 'https://elsewhere.example/user/1' });
  await until(async () => (await textsOf(thread, '.toast')).some((text) => text.includes('behind this link')), 'the line that says so');
});

test('a selection gets a note on its very words', async () => {
  await thread.evaluate(() => {
    const range = document.createRange();
    const walker = document.createTreeWalker(document.querySelector('#post50009')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.textContent!.includes('台北')) break;
    range.setStart(walker.currentNode, walker.currentNode.textContent!.indexOf('台北'));
    range.setEnd(walker.currentNode, walker.currentNode.textContent!.indexOf('台北') + 2);
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
  });
  await choose('menu.note');
  await seek(thread, '[role=dialog].note');
  expect(await textsOf(thread, '[role=dialog] .quote')).toEqual(['台北']);
  await thread.keyboard.press('Escape');
});

test('the keyword finds a person and leads to the dossier', async () => {
  await tag(thread, '阿澄', 'careful reader');
  await fire('omnibox.onInputEntered', ['careful', 'newForegroundTab']);
  const target = await postil.browser.waitForTarget((one) => one.url().includes('library.html#/people?q=careful'), { timeout: 15_000 });
  const library = (await target.page())!;
  await library.waitForSelector('main a[href^="#/people/"]');
});

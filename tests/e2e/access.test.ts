import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension, launchWithPostil, until } from '../../scripts/extension.mjs';
import { bringNear, click, openMenu, seek, seekAll, tag } from '../../scripts/person.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

type Started = Awaited<ReturnType<typeof launchWithPostil>>;
type Page = Awaited<ReturnType<Started['openPage']>>;

// Chrome only: what the browser's own settings page does to an extension cannot be reached from a test in Firefox.
let pages: Awaited<ReturnType<typeof serve>>;
let postil: Started;
let thread: Page;
let settings: Page;

const clean = () =>
  thread.evaluate(() => !document.documentElement.outerHTML.includes('data-postil') && !document.querySelector('postil-ui'));
const atWork = async () => {
  await bringNear(thread, '阿澄');
  return (await seekAll(thread, '.more')).length > 0;
};
/** Moves "Site access" on the browser's own page of the extension. */
const siteAccess = (hostAccess: 'ON_CLICK' | 'ON_ALL_SITES') =>
  settings.evaluate(
    (extensionId, access) =>
      (
        globalThis as unknown as {
          chrome: { developerPrivate: { updateExtensionConfiguration: (change: object) => Promise<void> } };
        }
      ).chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access }),
    new URL(postil.base).host,
    hostAccess,
  );

beforeAll(async () => {
  pages = await serve(join(ROOT, 'tests/corpus/demo'));
  postil = await launchWithPostil('chrome', { lang: 'en-US' });
  settings = await postil.browser.newPage();
  await settings.goto('chrome://extensions');
  thread = await postil.openPage(`${pages.url.replace('127.0.0.1', 'forum.example')}/forum-zh.html`);
  await seek(thread, '.more');
});
afterAll(async () => {
  await postil?.close();
  await pages?.close();
});

test('access taken back in the browser’s own settings: the open page is as it was, at once', async () => {
  await siteAccess('ON_CLICK');
  await until(clean, 'the page without a trace');
});

test('access given again: the open page starts without a reload', async () => {
  await siteAccess('ON_ALL_SITES');
  await until(atWork, 'the handles on the open page');
});

test('a site that access was taken from is asked for again from its row in the library', async () => {
  const library = await postil.openExtensionPage('library.html#/sites', 'main h1');
  await library.evaluate(async () => {
    const browser = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    await browser.runtime.sendMessage({
      postil: 1,
      command: 'site.set',
      ask: { op: crypto.randomUUID(), site: 'forum.example', on: false },
    });
  });
  await siteAccess('ON_CLICK');
  await until(clean, 'the page without a trace');
  // The prompt itself is the browser's; what it is asked for, and that nothing was awaited before, is ours.
  await library.evaluate(() => {
    const { permissions } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    Object.assign(permissions, {
      request: async (wanted: object) => {
        asked.push({ ...wanted, byClick: navigator.userActivation.isActive });
        return true;
      },
    });
  });
  await library.bringToFront();
  await click(library, '.settings li button.btn[aria-label*="forum.example"]');
  expect(await library.evaluate(() => (globalThis as unknown as { asked: unknown }).asked)).toEqual([
    { origins: ['*://*.forum.example/*'], byClick: true },
  ]);
  await siteAccess('ON_ALL_SITES');
  await thread.bringToFront();
  await until(atWork, 'the handles again');
  await library.close();
});

test('a site switched off and on in the library: its open pages follow', async () => {
  const library = await postil.openExtensionPage('library.html#/sites', 'main h1');
  const { site } = await library.evaluate(async () => {
    const browser = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    const reply = await browser.runtime.sendMessage({
      postil: 1,
      command: 'site.set',
      ask: { op: crypto.randomUUID(), site: 'forum.example', on: false },
    });
    return { site: reply.ok };
  });
  expect(site).toBe(true);
  await until(clean, 'the page without a trace');
  await library.bringToFront();
  await click(library, '.settings [role=switch][aria-label*="forum.example"]');
  await thread.bringToFront();
  await until(atWork, 'the handles again');
  await library.close();
});

test('after an update the unsaved note stays, other pages go on by themselves', async () => {
  const other = await postil.openPage(`${pages.url.replace('127.0.0.1', 'forum.example')}/forum-zh.html?other`);
  await seek(other, '.more');
  await thread.bringToFront();
  await openMenu(thread, '北窗');
  await click(thread, '[role=menuitem].note');
  await (await seek(thread, '[role=dialog] textarea')).type('half a thought');
  // The same extension once more, which is what an update is to the pages that are open.
  await postil.browser.installExtension(builtExtension('chrome'));
  await thread.bringToFront();
  await click(thread, '[role=dialog] .save');
  const box = await seek(thread, '[role=dialog] textarea');
  expect(await box.evaluate((node: Element) => (node as HTMLTextAreaElement).value)).toBe('half a thought');
  await seek(thread, '[role=dialog] .problem button');
  await other.bringToFront();
  await tag(other, '阿澄', 'kept on reading');
  await other.close();
});

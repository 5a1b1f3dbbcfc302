import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchWithPostil } from '../../scripts/extension.mjs';
import { click, hide, openMenu, seek, tabIdOf, tag } from '../../scripts/person.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

type Started = Awaited<ReturnType<typeof launchWithPostil>>;
type Page = Awaited<ReturnType<Started['openPage']>>;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type LocalStore = { get(key: string): Promise<Record<string, object>>; set(values: object): Promise<void> };
const SCHEMES = ['light', 'dark'] as const;
const VIEWS = [
  'people',
  'notes',
  'hidden',
  'rules',
  'rules/new',
  'rules/paste',
  'rules/lists',
  'threads',
  'sites',
  'data',
  'settings',
  'about',
];

describe.each(['chrome', 'firefox'])('no fault that axe can find, in light and in dark, in %s', (name) => {
  let pages: Awaited<ReturnType<typeof serve>>;
  let postil: Started;
  let helper: Page;
  let thread: Page;
  let id: number | null;

  /** Light or dark: as the system says in Chromium, as the settings say in Firefox, whose driver cannot speak for the system. */
  const dress = async (page: Page, scheme: (typeof SCHEMES)[number]) => {
    if (name === 'chrome') {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
    } else {
      await helper.evaluate(async (theme) => {
        const { local } = (globalThis as unknown as { browser: { storage: { local: LocalStore } } }).browser.storage;
        const { settings } = await local.get('settings');
        await local.set({ settings: { ...settings, theme } });
      }, scheme);
      const seen = (theme: string) => {
        const ours = document.querySelector('[data-postil~=app]') ?? document.documentElement;
        return ours.getAttribute('data-theme') === theme;
      };
      await page.waitForFunction(seen, {}, scheme);
    }
    // A colour on its way from light to dark has no contrast worth measuring.
    await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))));
  };

  /** What axe finds wrong in a page, or in the part a selector names, in light and in dark; one line each. */
  const faultsOf = async (page: Page, part: string | null = null): Promise<readonly string[]> => {
    await page.bringToFront();
    // Run through the debugger: the extension pages' own policy refuses scripts that are added to them.
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
    const faults: string[] = [];
    for (const scheme of SCHEMES) {
      await dress(page, scheme);
      const { violations } = await page.evaluate(
        (selector) =>
          (globalThis as unknown as { axe: { run: (on: object) => Promise<AxeResults> } }).axe.run(
            selector === null ? document : { include: [selector] },
          ),
        part,
      );
      for (const { id, nodes } of violations)
        for (const node of nodes)
          faults.push(`${scheme} ${id}: ${node.target.flat().join(' ')} ${node.any.map((check) => check.message).join(' ')}`);
    }
    return faults;
  };

  beforeAll(async () => {
    pages = await serve(join(ROOT, 'tests/corpus/demo'));
    postil = await launchWithPostil(name, { lang: 'en-US' });
    const forum = `${pages.url.replace('127.0.0.1', 'forum.example')}/forum-zh.html`;
    thread = await postil.openPage(forum);
    await seek(thread, '.more');
    await tag(thread, '阿澄', 'careful reader');
    await hide(thread, '广告机器');
    helper = await postil.openExtensionPage('library.html');
    id = await tabIdOf(helper, forum);
    await thread.bringToFront();
  });
  afterAll(async () => {
    await postil?.close();
    await pages?.close();
  });

  test('the page itself, with handles, a chip, a stub, the menu and a dialog', async () => {
    await openMenu(thread, '米花');
    expect(await faultsOf(thread, 'postil-ui')).toEqual([]);
    await click(thread, '[role=menuitem].tag');
    await seek(thread, '[role=dialog] input[data-first]');
    expect(await faultsOf(thread, 'postil-ui')).toEqual([]);
    await thread.keyboard.press('Escape');
  });

  test('every tab of the popup', async () => {
    const popup = await postil.openExtensionPage(`popup.html?tab=${id}`, '[role=tabpanel] li');
    for (let at = 1; at <= 3; at++) {
      await click(popup, `[role=tab]:nth-of-type(${at})`);
      await popup.waitForSelector(`[role=tab]:nth-of-type(${at})[aria-selected=true]`);
      expect(await faultsOf(popup), `tab ${at}`).toEqual([]);
    }
    await popup.close();
  });

  test('the side panel', async () => {
    const panel = await postil.openExtensionPage(`sidepanel.html?tab=${id}`, '[role=tree], [role=listbox], li');
    expect(await faultsOf(panel)).toEqual([]);
    await panel.close();
  });

  test('the welcome page', async () => {
    const welcome = await postil.openExtensionPage('welcome.html', '.demo-comments');
    expect(await faultsOf(welcome)).toEqual([]);
    await welcome.close();
  });

  test('every view of the library, one person and one mark', async () => {
    const library = await postil.openExtensionPage('library.html', 'h1');
    const look = async (view: string) => {
      await library.evaluate((hash) => {
        location.hash = hash;
      }, `#/${view}`);
      // Of one list the menu says the same for the list and for its items, which have a way back.
      await library.waitForFunction(
        (list, inside) =>
          document.querySelector(`.library-nav a[aria-current][href="#/${list}"]`) &&
          document.querySelector('main h1') &&
          !document.querySelector('main [aria-busy=true]') &&
          (!inside || !document.querySelector('main .list-head')),
        {},
        view.split('/')[0],
        view.includes('/'),
      );
      expect(await faultsOf(library), view).toEqual([]);
    };
    for (const view of VIEWS) await look(view);
    for (const list of ['people', 'hidden']) {
      await look(list);
      const item = await library.waitForSelector(`a[href^="#/${list}/"]`);
      await look((await item!.evaluate((link) => link.getAttribute('href')!)).slice(2));
    }
    await library.close();
  });
});

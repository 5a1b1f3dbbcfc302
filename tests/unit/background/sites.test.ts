import Dexie from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import start from '../../../entrypoints/background/index';
import { pruneLooks } from '../../../entrypoints/background/prune-stored';
import { grantedOrigins, injectOpenTabs, registerPages, setSite, stopRevokedTabs } from '../../../entrypoints/background/sites';
import { useFake } from '../../support/fake-browser';

vi.mock('wxt/browser', () => import('../../support/fake-browser'));
vi.stubGlobal('fetch', async () => ({ json: async () => ({}) }));
Dexie.dependencies.indexedDB = indexedDB;
Dexie.dependencies.IDBKeyRange = IDBKeyRange;
let fake = useFake();
beforeEach(() => {
  fake = useFake();
});

describe('the hosts where pages run', () => {
  test('nothing granted: nothing registered', async () => {
    await registerPages();
    expect(fake.state.registered).toEqual([]);
  });

  test('are registered once, however often and at once it is asked', async () => {
    fake.state.origins = ['https://b.example/*', '*://a.example/*'];
    await Promise.all([registerPages(), registerPages(), registerPages()]);
    expect(fake.state.registered).toEqual([
      {
        id: 'page',
        matches: ['*://a.example/*', 'https://b.example/*'],
        js: ['page.js'],
        runAt: 'document_start',
        allFrames: false,
        persistAcrossSessions: true,
      },
      expect.objectContaining({ id: 'known', js: ['page-finder.js', 'page-session.js'], runAt: 'document_start' }),
    ]);
  });

  test('follow what is granted and revoked', async () => {
    fake.state.origins = ['*://*/*'];
    await registerPages();
    fake.state.origins = ['*://a.example/*'];
    await registerPages();
    expect(fake.state.registered[0]?.matches).toEqual(['*://a.example/*']);
    fake.state.origins = [];
    await registerPages();
    expect(fake.state.registered).toEqual([]);
  });

  test('where comments are known, what judges them comes with the page', async () => {
    fake.state.origins = ['*://*/*'];
    const known = () => fake.state.registered.find(({ id }) => id === 'known') as unknown as { matches: string[]; js: string[] };
    await registerPages();
    expect(known().matches).toContain('*://*.v2ex.com/*');
    expect(known().matches).not.toContain('*://*.tram.example/*');
    fake.state.local['look:tram.example'] = { v: 1, adapter: {} };
    fake.state.local['look:127.0.0.1'] = { v: 1, adapter: {} };
    fake.state.local['look:[::1]'] = { v: 1, adapter: {} };
    fake.state.local.adapters = [{ name: 'mine', hosts: ['own.example', 'bad host/*'] }];
    await registerPages();
    expect(known().matches).toEqual(expect.arrayContaining(['*://*.tram.example/*', '*://127.0.0.1/*', '*://*.own.example/*']));
    expect(known().matches.every((pattern) => /^\*:\/\/(?:\*\.)?[a-z0-9_.-]+\/\*$/.test(pattern))).toBe(true);
    expect(known().js).toEqual(['page-finder.js', 'page-session.js']);
    const when = { kind: 'regex', source: 'a+', flags: '' };
    fake.state.local.rules = { v: 1, n: 1, variants: {}, rules: [{ enabled: true, deletedAt: null, when }] };
    await registerPages();
    expect(known().js).toEqual(['page-finder.js', 'page-engine.js', 'page-session.js']);
  });

  test('are forgotten when they were learned long ago, or when there are too many', async () => {
    const now = 1e12;
    const day = 86_400_000;
    for (const [site, days] of [
      ['old.example', 500],
      ['a.example', 3],
      ['b.example', 2],
      ['c.example', 1],
    ] as const)
      fake.state.local[`look:${site}`] = { v: 1, adapter: {}, at: now - days * day };
    fake.state.local['look:undated.example'] = { v: 1, adapter: {} };
    const kept = () => Object.keys(fake.state.local).filter((key) => key.startsWith('look:'));
    expect(await pruneLooks(now)).toBe(1);
    expect(kept()).not.toContain('look:old.example');
    expect(kept()).toHaveLength(4);
    expect(await pruneLooks(now, 2)).toBe(2);
    expect(kept().sort()).toEqual(['look:b.example', 'look:c.example']);
  });

  test('only http and https count', async () => {
    fake.state.origins = ['<all_urls>', 'file:///*', 'ftp://x/*'];
    expect(await grantedOrigins()).toEqual(['*://*/*']);
  });

  test('a failed registration does not stop the next', async () => {
    fake.state.origins = ['*://a.example/*'];
    const register = fake.browser.scripting.registerContentScripts;
    fake.browser.scripting.registerContentScripts = async () => {
      throw new Error('busy');
    };
    await expect(registerPages()).rejects.toThrow('busy');
    fake.browser.scripting.registerContentScripts = register;
    await registerPages();
    expect(fake.state.registered).toHaveLength(2);
  });
});

describe('tabs that are open already', () => {
  test('are injected where granted, not twice, not while discarded', async () => {
    fake.state.tabs = [
      { id: 1, url: 'https://a.example/1' },
      { id: 2, url: 'https://a.example/2' },
      { id: 3, url: 'https://c.example/' },
      { id: 4, url: 'https://a.example/4', discarded: true },
    ];
    fake.state.answering.add(2);
    await injectOpenTabs(['*://a.example/*']);
    expect(fake.state.injected).toEqual([{ tabId: 1, frameIds: [0], files: ['/page.js'] }]);
  });

  test('are told to stop when their host is revoked', async () => {
    fake.state.origins = ['*://a.example/*'];
    fake.state.tabs = [{ id: 1, url: 'https://a.example/1' }, { id: 3 }];
    await stopRevokedTabs();
    expect(fake.state.toTabs.map(({ tabId, message }) => [tabId, message.command])).toEqual([[3, 'page.stop']]);
  });
});

test('switching sites off and on at once loses none', async () => {
  await Promise.all(['c.example', 'a.example', 'b.example'].map((site) => setSite(site, false)));
  await setSite('b.example', true);
  await setSite('b.example', true);
  await setSite('', false);
  expect(fake.state.local.settings).toMatchObject({ offSites: ['a.example', 'c.example'] });
});

describe('the start of the worker', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 50));
  test('registers every listener in the first turn', async () => {
    start.main();
    const { runtime, permissions, contextMenus, alarms, storage } = fake.browser;
    for (const event of [
      runtime.onMessage,
      runtime.onInstalled,
      runtime.onStartup,
      permissions.onAdded,
      permissions.onRemoved,
      contextMenus.onClicked,
      alarms.onAlarm,
      storage.onChanged,
    ])
      expect(event.size()).toBe(1);
    await settle();
    expect(fake.state.alarms).toEqual(['daily']);
    expect(typeof fake.state.local.shelf).toBe('string');
  });

  test('the first install opens the welcome page and makes the menus; an update does not', async () => {
    start.main();
    fake.browser.runtime.onInstalled.emit({ reason: 'install' });
    await settle();
    expect(fake.state.opened).toEqual(['chrome-extension://postil-id/welcome.html']);
    expect(fake.state.menus.map((menu) => menu.id)).toContain('menu.library');
    fake.browser.runtime.onInstalled.emit({ reason: 'update' });
    await settle();
    expect(fake.state.opened).toHaveLength(1);
  });

  test('a granted host is registered and its open tabs are injected; a revoked one stops', async () => {
    start.main();
    fake.state.tabs = [{ id: 1, url: 'https://a.example/1' }];
    fake.state.origins = ['*://a.example/*'];
    fake.browser.permissions.onAdded.emit({ origins: ['*://a.example/*'] });
    await settle();
    expect(fake.state.registered).toHaveLength(2);
    expect(fake.state.injected).toHaveLength(1);
    fake.state.origins = [];
    fake.browser.permissions.onRemoved.emit({ origins: ['*://a.example/*'] });
    await settle();
    expect(fake.state.registered).toEqual([]);
    expect(fake.state.toTabs.at(-1)).toMatchObject({ tabId: 1, message: { command: 'page.stop' } });
  });

  test('what was done in private windows is forgotten with the last of them', async () => {
    start.main();
    fake.state.session.private = { people: [], marks: [{ uuid: 'canary' }], before: [] };
    fake.state.windows = [{ incognito: false }, { incognito: true }];
    fake.browser.windows.onRemoved.emit(1);
    await settle();
    expect(fake.state.session.private).toBeDefined();
    fake.state.windows = [{ incognito: false }];
    fake.browser.windows.onRemoved.emit(2);
    await settle();
    expect(fake.state.session).toEqual({});
  });

  test('what pages cannot do without comes back after everything was deleted', async () => {
    start.main();
    await settle();
    await fake.browser.storage.local.remove(['shelf', 'strings', 'settings']);
    await settle();
    expect(typeof fake.state.local.shelf).toBe('string');
    expect(fake.state.local.strings).toBeDefined();
  });

  test('a private window’s menu puts no site on the disk', async () => {
    start.main();
    fake.browser.contextMenus.onClicked.emit({ menuItemId: 'menu.site' }, { id: 1, url: 'https://secret.example/', incognito: true });
    await settle();
    expect(JSON.stringify(fake.state.local)).not.toContain('secret.example');
    fake.browser.contextMenus.onClicked.emit({ menuItemId: 'menu.site' }, { id: 1, url: 'https://open.example/' });
    await settle();
    expect(JSON.stringify(fake.state.local)).toContain('open.example');
  });

  test('the icon’s menu on a page that is no site leaves the sites that are off as they are', async () => {
    start.main();
    await setSite('off.example', false);
    fake.browser.contextMenus.onClicked.emit({ menuItemId: 'menu.site' }, { id: 1, url: 'chrome-extension://postil-id/library.html' });
    await settle();
    expect(fake.state.local.settings).toMatchObject({ offSites: ['off.example'] });
  });

  test('a menu entry does what it says', async () => {
    start.main();
    fake.state.answering.add(1);
    fake.browser.contextMenus.onClicked.emit({ menuItemId: 'menu.card' }, { id: 1, url: 'https://a.example/' });
    fake.browser.contextMenus.onClicked.emit({ menuItemId: 'menu.library' }, undefined);
    await settle();
    expect(fake.state.toTabs.map(({ message }) => message.command)).toContain('page.card');
    expect(fake.state.options).toBe(1);
  });

  test.each([
    ['menu.tag', { act: 'tag', link: 'https://a.example/u/7' }],
    ['menu.quote', { act: 'quote', link: '' }],
    ['menu.note', { act: 'note', link: '' }],
    ['menu.select', { act: 'summarise', link: '' }],
  ])('%s hands the link or the selection to the page', async (menuItemId, ask) => {
    start.main();
    fake.state.answering.add(1);
    fake.browser.contextMenus.onClicked.emit(
      { menuItemId, ...(ask.link ? { linkUrl: ask.link } : {}) },
      { id: 1, url: 'https://a.example/' },
    );
    await settle();
    expect(fake.state.toTabs.map(({ message }) => message)).toContainEqual({ postil: 1, command: 'page.act', ask });
  });
});

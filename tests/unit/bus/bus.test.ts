import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerCommands, type Handlers, hearPage, type PageHandlers } from '../../../core/bus/answer';
import { readStored, watchStored, writeStored } from '../../../core/bus/bell';
import { ask, askTab } from '../../../core/bus/call';
import { COMMAND_CHECKS } from '../../../core/bus/check-commands';
import { PAGE_CHECKS } from '../../../core/bus/check-page';
import { readSettings, settingsFrom, watchSettings, writeSettings } from '../../../core/bus/settings';
import { loadStrings, mirrorStrings, stringsFrom } from '../../../core/bus/strings';
import { DEFAULT_SETTINGS } from '../../../core/model/settings';
import { useFake } from '../../support/fake-browser';

vi.mock('wxt/browser', () => import('../../support/fake-browser'));
let fake = useFake();
beforeEach(() => {
  fake = useFake();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const visit = { site: 'a.example', threadKey: 'a.example/t/1', url: 'https://a.example/t/1', title: '', seen: [], commentCount: 0 };

describe('asking the background', () => {
  test.each([
    ['no answer at first', [undefined, undefined, { ok: true, value: null }], { ok: true, value: null }, 3],
    ['a closed channel', [new Error('closed'), { ok: true, value: null }], { ok: true, value: null }, 2],
    ['a refusal is an answer', [{ ok: false, problem: 'p', where: 'w' }], { ok: false, problem: 'p', where: 'w' }, 1],
    ['garbage is none', ['yes', 1, null, {}], { ok: false, problem: 'fault.silent' }, 4],
    ['never', [undefined, undefined, undefined, undefined, undefined], { ok: false, problem: 'fault.silent' }, 4],
  ])('%s', async (_what, answers, expected, tries) => {
    const sent: unknown[] = [];
    fake.state.send = async (message) => {
      const answer = answers[sent.push(message) - 1];
      if (answer instanceof Error) throw answer;
      return answer;
    };
    const reply = ask('mark.remove', { op: 'op-1', uuids: ['u'] });
    await vi.runAllTimersAsync();
    expect(await reply).toMatchObject(expected);
    expect(sent).toHaveLength(tries);
    // The same operation id each time: the store does it once.
    expect(new Set(sent.map((message) => JSON.stringify(message))).size).toBe(1);
  });

  test('what would count twice goes out once', async () => {
    let sent = 0;
    fake.state.send = async () => void sent++;
    const reply = ask('rule.hits', { hits: { r: 1 }, at: 1 });
    await vi.runAllTimersAsync();
    expect(await reply).toMatchObject({ ok: false, problem: 'fault.silent' });
    expect(sent).toBe(1);
  });

  test('an orphan says so and does not send', async () => {
    fake.browser.runtime.id = undefined;
    fake.state.send = async () => {
      throw new Error('must not be sent');
    };
    expect(await ask('visit.record', visit)).toMatchObject({ ok: false, problem: 'fault.orphan' });
  });

  test('a tab without our script', async () => {
    expect(await askTab(7, 'page.read', null)).toMatchObject({ ok: false, problem: 'fault.silent' });
  });
});

describe('answering', () => {
  const page = { id: 'postil-id', url: 'https://a.example/t/1', frameId: 0, tab: { id: 3, incognito: true } };
  const library = { id: 'postil-id', url: 'chrome-extension://postil-id/library.html', tab: { id: 4 } };
  const seen: unknown[] = [];
  const handlers = new Proxy({} as Handlers, {
    get: () => async (question: unknown, sender: unknown) => {
      seen.push({ question, sender });
      return { ok: true, value: null };
    },
    has: () => true,
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: true }),
  });
  const send = (message: unknown, sender: unknown) =>
    new Promise<unknown>((resolve) => {
      const [stays] = fake.browser.runtime.onMessage.emit(message, sender, resolve);
      if (stays !== true) resolve(undefined);
    });
  beforeEach(() => {
    seen.length = 0;
    answerCommands(handlers, COMMAND_CHECKS);
  });

  test('tells who asks', async () => {
    await send({ postil: 1, command: 'visit.record', ask: visit }, page);
    await send({ postil: 1, command: 'visit.record', ask: visit }, library);
    expect(seen.map((entry) => (entry as { sender: unknown }).sender)).toEqual([
      { url: page.url, own: false, tabId: 3, frameId: 0, incognito: true },
      { url: library.url, own: true, tabId: 4, frameId: 0, incognito: false },
    ]);
  });

  test('leaves out fields that no command has', async () => {
    await send({ postil: 1, command: 'visit.record', ask: { ...visit, evil: 1, __proto__: { x: 1 } } }, page);
    expect((seen[0] as { question: unknown }).question).toEqual(visit);
  });

  test.each([
    ['not ours', { hello: 1 }, undefined],
    ['another version', { postil: 2, command: 'visit.record', ask: visit }, undefined],
    ['a number', 7, undefined],
    ['no field', { postil: 1, command: 'visit.record', ask: {} }, { ok: false, where: 'visit.record site' }],
    ['null', { postil: 1, command: 'visit.record', ask: null }, { ok: false }],
    ['a bad hash', { postil: 1, command: 'visit.record', ask: { ...visit, seen: [1, 'x'] } }, { ok: false, where: 'visit.record seen[1]' }],
    ['a script address', { postil: 1, command: 'visit.record', ask: { ...visit, url: 'javascript:alert(1)' } }, { ok: false }],
    ['too long', { postil: 1, command: 'visit.record', ask: { ...visit, title: 'x'.repeat(2000) } }, { ok: false }],
    ['a rule too deep', { postil: 1, command: 'rule.put', ask: { op: 'o', uuid: null, rule: { when: deep(40) } } }, { ok: false }],
  ])('%s', async (_what, message, expected) => {
    const reply = await send(message, page);
    if (expected === undefined) expect(reply).toBeUndefined();
    else expect(reply).toMatchObject(expected);
    expect(seen).toEqual([]);
  });

  test('10,000 forged messages are refused one by one', async () => {
    for (let i = 0; i < 10_000; i++) await send({ postil: 1, command: 'mark.put', ask: { op: String(i), kind: 'x' } }, page);
    expect(seen).toEqual([]);
  });

  test('an exception comes back as a refusal', async () => {
    const broken = new Proxy(handlers, {
      get: () => async () => {
        throw new Error('broken inside');
      },
    });
    fake = useFake();
    answerCommands(broken, COMMAND_CHECKS);
    expect(await send({ postil: 1, command: 'visit.record', ask: visit }, page)).toEqual({
      ok: false,
      problem: 'broken inside',
      where: 'visit.record',
    });
  });

  test('a page hears extension pages, no content script and nothing that is not ours', async () => {
    const pages = new Proxy({} as PageHandlers, {
      get: () => async () => null,
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 1 }),
    });
    const hear = hearPage(pages, PAGE_CHECKS);
    const message = { postil: 1, command: 'page.stop', ask: null };
    expect(await hear(message, { id: 'postil-id', url: 'chrome-extension://postil-id/popup.html' })).toEqual({ ok: true, value: null });
    expect(await hear(message, page)).toMatchObject({ ok: false });
    expect(hear(message, { id: 'another' })).toBeNull();
    expect(hear({ hello: 1 }, library)).toBeNull();
    expect(await hear({ postil: 1, command: 'page.card', ask: { show: 'yes', length: 'short' } }, library)).toMatchObject({
      ok: false,
      where: 'page.card show',
    });
  });
});

function deep(levels: number): unknown {
  let when: unknown = { kind: 'new' };
  for (let i = 0; i < levels; i++) when = { kind: 'all', of: [when] };
  return when;
}

describe('the bell', () => {
  test('tells the keys asked for, null for a removed one, and stops', async () => {
    const rung: unknown[] = [];
    const stop = new AbortController();
    watchStored(['a', 'b'], (keys) => rung.push(keys), stop.signal);
    await writeStored({ a: 1, c: 2 });
    await writeStored({ a: null });
    await fake.browser.storage.session.set({ a: 5 });
    stop.abort();
    await writeStored({ a: 3 });
    expect(rung).toEqual([{ a: 1 }, { a: null }]);
    expect(await readStored(['a', 'zzz'])).toEqual({ a: 3 });
  });
});

describe('in a private window', () => {
  const pack = { v: 1, site: 'a.example', ids: {}, names: {}, marks: {}, seen: {} };
  const laid = { ...pack, names: { ada: { u: 'u', n: 'Ada' } } };
  beforeEach(() => {
    fake.browser.extension.inIncognitoContext = true;
    fake.state.local = { 'pack:a.example': pack, settings: { theme: 'dark' } };
    fake.state.send = async (message) =>
      (message as { command: string }).command === 'private.pack' ? { ok: true, value: { pack: laid } } : { ok: true, value: { op: 'o' } };
  });

  test('the pack comes with what was done there, and nothing is written', async () => {
    expect(await readStored(['pack:a.example', 'settings'])).toEqual({ 'pack:a.example': laid, settings: { theme: 'dark' } });
    await writeStored({ 'look:a.example': { canary: 1 } });
    expect(JSON.stringify(fake.state.local)).not.toContain('canary');
  });

  test('a write rings the bell of the page, an ordinary ask does not', async () => {
    const rung: unknown[] = [];
    const stop = new AbortController();
    watchStored(['pack:a.example'], (keys) => rung.push(keys), stop.signal);
    await ask('page.status', { comments: 0, hidden: 0, isNew: 0, article: false });
    await ask('mark.remove', { op: 'o', uuids: [] });
    await vi.runAllTimersAsync();
    expect(rung).toEqual([{ 'pack:a.example': laid }]);
    stop.abort();
    await ask('mark.remove', { op: 'o', uuids: [] });
    await vi.runAllTimersAsync();
    expect(rung).toHaveLength(1);
  });

  test('an ordinary window asks nothing', async () => {
    fake.browser.extension.inIncognitoContext = false;
    fake.state.send = async () => {
      throw new Error('must not be sent');
    };
    expect(await readStored(['pack:a.example'])).toEqual({ 'pack:a.example': pack });
  });
});

describe('settings', () => {
  test.each([
    ['nothing', undefined],
    ['a string', 'x'],
    ['a list', []],
    ['all wrong', { theme: 'pink', keysOn: 'yes', keys: 7, offSites: [1], markNew: null, uiLang: {} }],
  ])('%s gives the defaults', (_what, stored) => expect(settingsFrom(stored)).toEqual(DEFAULT_SETTINGS));

  test('one bad field falls back alone', () => {
    const stored = { ...DEFAULT_SETTINGS, theme: 'dark', density: 42, keys: { next: 'n', evil: 'x' }, extra: 1 };
    expect(settingsFrom(stored)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', keys: { ...DEFAULT_SETTINGS.keys, next: 'n' } });
  });

  test('written in two places at once keep both changes', async () => {
    await Promise.all([writeSettings({ theme: 'dark' }), writeSettings({ offSites: ['a.example'] })]);
    expect(await readSettings()).toMatchObject({ theme: 'dark', offSites: ['a.example'] });
  });

  test('are changed field by field and heard of', async () => {
    const heard: unknown[] = [];
    const stop = new AbortController();
    watchSettings((settings) => heard.push(settings.theme), stop.signal);
    await writeSettings({ theme: 'dark' });
    await writeSettings({ density: 'compact' });
    stop.abort();
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', density: 'compact' });
    expect(heard).toEqual(['dark', 'dark']);
  });
});

describe('strings', () => {
  const files: Record<string, unknown> = {
    en: { 'page.hide': 'Hide', 'library.title': 'Library', 'condition.score': 'Score', 'condition.add': 'Add' },
    'zh-TW': { 'page.hide': '隱藏' },
  };
  beforeEach(() => {
    vi.stubGlobal('fetch', async (url: string) => {
      const lang = /locales\/(.*)\.json$/.exec(url)?.[1] ?? '';
      if (!files[lang]) throw new TypeError('Failed to fetch');
      return { json: async () => files[lang] };
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  test('are loaded for the chosen language, else the browser’s', async () => {
    expect(await loadStrings('zh-HK')).toEqual({ lang: 'zh-TW', texts: { 'page.hide': '隱藏' } });
    expect((await loadStrings('')).lang).toBe('en');
    expect(await loadStrings('zh-CN')).toEqual({ lang: 'zh-CN', texts: {} });
  });

  test('only the page’s own and the terms in names of rules are mirrored, and only when they change', async () => {
    let rings = 0;
    watchStored(['strings'], () => rings++, new AbortController().signal);
    await mirrorStrings('en');
    await mirrorStrings('en');
    expect(stringsFrom(fake.state.local.strings)).toEqual({ lang: 'en', texts: { 'page.hide': 'Hide', 'condition.score': 'Score' } });
    expect(rings).toBe(1);
  });

  test.each([undefined, null, 7, {}, { lang: 1 }, { lang: 'en', texts: { a: 7, b: { other: 'x' } } }])('%j does not throw', (stored) => {
    expect(Object.values(stringsFrom(stored).texts).every((text) => typeof text === 'string' || typeof text === 'object')).toBe(true);
  });
});

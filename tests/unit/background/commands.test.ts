import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Sender } from '../../../core/bus/answer';
import type { CommentRef } from '../../../core/bus/protocol';
import type { Adapter } from '../../../core/model/adapter';
import type { SitePack } from '../../../core/model/pack';
import type { RuleDraft } from '../../../core/model/rule';
import { commandHandlers } from '../../../entrypoints/background/commands';
import { NOTHING_PRIVATE, type Private } from '../../../entrypoints/background/private';
import { useFake } from '../../support/fake-browser';
import { type TestStore, testStore } from '../../support/store';

vi.mock('wxt/browser', () => import('../../support/fake-browser'));

const SITE = 'forum.example';
const page: Sender = { url: `https://www.${SITE}/t/1`, own: false, tabId: 3, frameId: 0, incognito: false };
const other: Sender = { ...page, url: 'https://evil.example/' };
const library: Sender = { url: 'chrome-extension://postil-id/library.html', own: true, tabId: 9, frameId: 0, incognito: false };
const hidden: Sender = { ...page, incognito: true };
const on: CommentRef = {
  site: SITE,
  threadKey: `${SITE}/t/1`,
  commentKey: 'c1',
  url: `https://${SITE}/t/1`,
  title: 't',
  author: 'Ada',
  authorId: null,
  text: 'x',
};
const person = { site: SITE, id: null, name: 'Ada' };
const keptThread = { key: on.threadKey, site: SITE, url: on.url, title: 't', reader: null, dates: [], comments: [] };
const rule: RuleDraft = {
  name: 'ads',
  when: { kind: 'words', words: ['廣告'], part: false, lookalikes: false, spaced: false },
  action: { kind: 'hide' },
  scope: { kind: 'everywhere' },
  priority: 0,
  expiresAt: null,
  enabled: true,
  replies: false,
  origin: { kind: 'mine' },
};

let t: TestStore;
let held: Private;
let handlers: ReturnType<typeof commandHandlers>;
let fake = useFake();
beforeEach(async () => {
  fake = useFake();
  t = await testStore();
  held = NOTHING_PRIVATE;
  handlers = commandHandlers(async () => ({ ok: true, value: t.store }), {
    read: async () => held,
    write: async (state) => {
      held = state;
    },
  });
});
async function disk(): Promise<string> {
  const tables = await Promise.all(t.store.db.tables.map(async (table) => JSON.stringify(await table.toArray())));
  return tables.join('\n') + JSON.stringify([...t.published]) + JSON.stringify(fake.state.local);
}

const adapter = { name: 'own', hosts: [SITE], confidence: 'low', root: '.c', body: '.b' } as Adapter;

describe('a page acts for its own site only', () => {
  test.each([
    ['person.change', (from: Sender) => handlers['person.change']({ op: 'o', person, patch: { note: 'n' } }, from)],
    ['person.get', (from: Sender) => handlers['person.get']({ person }, from)],
    ['mark.put', (from: Sender) => handlers['mark.put']({ op: 'o', kind: 'hide', on }, from)],
    ['marks.ofThread', (from: Sender) => handlers['marks.ofThread']({ site: SITE, threadKey: on.threadKey }, from)],
    ['marks.lost', (from: Sender) => handlers['marks.lost']({ site: SITE, threadKey: on.threadKey }, from)],
    ['thread.keep', (from: Sender) => handlers['thread.keep']({ thread: keptThread }, from)],
    ['visit.record', (from: Sender) => handlers['visit.record']({ ...on, seen: [], commentCount: 0 }, from)],
    ['people.seen', (from: Sender) => handlers['people.seen']({ site: SITE, people: [person] }, from)],
    ['marks.placed', (from: Sender) => handlers['marks.placed']({ site: SITE, threadKey: on.threadKey, places: [] }, from)],
    ['adapter.keep', (from: Sender) => handlers['adapter.keep']({ adapter }, from)],
    ['private.pack', (from: Sender) => handlers['private.pack']({ site: SITE }, from)],
    ['site.set', (from: Sender) => handlers['site.set']({ op: 'o', site: SITE, on: false }, from)],
    [
      'rule.put',
      (from: Sender) => handlers['rule.put']({ op: 'o', uuid: null, rule: { ...rule, scope: { kind: 'site', site: SITE } } }, from),
    ],
  ])('%s', async (_command, run) => {
    expect(await run(other)).toMatchObject({ ok: false, problem: 'fault.notAllowed' });
    expect((await run(page)).ok).toBe(true);
    expect((await run(library)).ok).toBe(true);
  });

  test.each([
    ['rule.remove', () => handlers['rule.remove']({ op: 'o', uuids: [] }, page)],
    ['operation.recent', () => handlers['operation.recent']({ limit: 5 }, page)],
    ['a rule for everywhere', () => handlers['rule.put']({ op: 'o', uuid: null, rule }, page)],
    [
      'a rule for another site',
      () => handlers['rule.put']({ op: 'o', uuid: null, rule: { ...rule, scope: { kind: 'site', site: 'b.example' } } }, page),
    ],
  ])('%s is for the extension’s own pages', async (_command, run) =>
    expect(await run()).toMatchObject({ ok: false, problem: 'fault.notAllowed' }),
  );

  test('it may switch off any rule that hides there, and undo that, but not change it', async () => {
    const made = await handlers['rule.put']({ op: 'a', uuid: null, rule }, library);
    const uuid = made.ok ? made.value.rule.uuid : '';
    expect(await handlers['rule.put']({ op: 'b', uuid, rule: { ...rule, enabled: false, priority: 9 } }, page)).toMatchObject({
      ok: false,
    });
    expect(await handlers['rule.put']({ op: 'c', uuid, rule: { ...rule, enabled: false } }, page)).toMatchObject({ ok: true });
    expect(await handlers['operation.undo']({ op: 'c' }, other)).toMatchObject({ ok: false, problem: 'fault.notAllowed' });
    expect(await handlers['operation.undo']({ op: 'a' }, page)).toMatchObject({ ok: false, problem: 'fault.notAllowed' });
    expect(await handlers['operation.undo']({ op: 'c' }, page)).toEqual({ ok: true, value: { undone: true } });
  });

  test('it may not ask whether a thread of another site was visited', async () => {
    await handlers['visit.record']({ ...on, seen: [], commentCount: 1 }, page);
    expect(await handlers['thread.get']({ site: SITE, threadKey: on.threadKey }, page)).toMatchObject({
      value: { visit: { followed: false } },
    });
    const probe = await handlers['thread.get']({ site: 'evil.example', threadKey: on.threadKey }, other);
    expect(probe).toMatchObject({ ok: false, problem: 'fault.notAllowed' });
  });

  test('it may not keep a way of reading that holds on other sites too', async () => {
    const { hosts: _, ...hostless } = { ...adapter, detect: ['.post'] };
    for (const made of [hostless as Adapter, { ...adapter, detect: ['.post'] }, { ...adapter, hosts: [SITE, 'evil.example'] }])
      expect(await handlers['adapter.keep']({ adapter: made }, page)).toMatchObject({ ok: false, problem: 'fault.notAllowed' });
    expect(fake.state.local.adapters).toBeUndefined();
  });

  test('it may not delete another site’s marks', async () => {
    await handlers['mark.put']({ op: 'a', kind: 'note', on, note: 'n' }, page);
    const marks = await handlers['marks.ofThread']({ site: SITE, threadKey: on.threadKey }, page);
    const uuid = marks.ok ? marks.value.marks[0]!.uuid : '';
    expect(await handlers['mark.remove']({ op: 'b', uuids: [uuid] }, other)).toMatchObject({ ok: false, problem: 'fault.notAllowed' });
    expect(await handlers['mark.remove']({ op: 'c', uuids: [uuid] }, page)).toMatchObject({ ok: true });
  });
});

test('comments of a thread are kept only while the switch is on', async () => {
  fake.state.local.settings = { keepThreads: false };
  expect(await handlers['thread.keep']({ thread: keptThread }, page)).toEqual({ ok: true, value: null });
  expect(await t.store.db.recent.count()).toBe(0);
  fake.state.local.settings = {};
  await handlers['thread.keep']({ thread: keptThread }, page);
  expect(await t.store.db.recent.count()).toBe(1);
});

test('a page cannot take another site’s visit over by naming its thread', async () => {
  await handlers['visit.record']({ ...on, seen: [7], commentCount: 1 }, page);
  const theft = { ...on, site: 'evil.example', url: 'https://evil.example/', seen: [], commentCount: 0 };
  expect(await handlers['visit.record'](theft, other)).toMatchObject({ ok: false, problem: 'fault.notAllowed' });
  expect(await t.store.db.visits.toArray()).toMatchObject([{ site: SITE, seen: [7] }]);
});

describe('a private window', () => {
  const label = { text: 'canary-label', colour: 'red' as const };
  test('shows what was done in it, takes it back, and leaves nothing on the disk', async () => {
    const before = await disk();
    await handlers['person.change']({ op: 'a', person, patch: { labels: [label], note: 'canary-note' } }, hidden);
    await handlers['mark.put']({ op: 'b', kind: 'hide', on: { ...on, text: 'canary-text' } }, hidden);
    await handlers['mark.put']({ op: 'b', kind: 'hide', on }, hidden);
    await handlers['visit.record']({ ...on, title: 'canary-title', seen: [1], commentCount: 1 }, hidden);
    await handlers['rule.hits']({ hits: { canary: 1 }, at: 1 }, hidden);
    await handlers['people.seen']({ site: SITE, people: [person] }, hidden);
    expect(
      await handlers['rule.put']({ op: 'c', uuid: null, rule: { ...rule, scope: { kind: 'site', site: SITE } } }, hidden),
    ).toMatchObject({ ok: false, problem: 'fault.private' });
    expect(await handlers['site.set']({ op: 'd', site: SITE, on: false }, hidden)).toMatchObject({ ok: false, problem: 'fault.private' });

    const pack = await handlers['private.pack']({ site: SITE }, hidden);
    expect(pack).toMatchObject({
      ok: true,
      value: { pack: { names: { ada: { l: [label], o: 1 } }, marks: { [on.threadKey]: { c1: [{ k: 'h' }] } } } },
    });
    expect(await handlers['person.get']({ person }, hidden)).toMatchObject({ ok: true, value: { person: { note: 'canary-note' } } });
    expect(await handlers['marks.ofThread']({ site: SITE, threadKey: on.threadKey }, hidden)).toMatchObject({
      ok: true,
      value: { marks: [{ kind: 'hide' }] },
    });
    // An ordinary window sees none of it.
    expect(await handlers['private.pack']({ site: SITE }, page)).toEqual({ ok: true, value: { pack: null } });
    expect(await handlers['person.get']({ person }, page)).toMatchObject({ ok: true, value: { person: null } });

    expect(await handlers['operation.undo']({ op: 'b' }, hidden)).toEqual({ ok: true, value: { undone: true } });
    expect(await handlers['marks.ofThread']({ site: SITE, threadKey: on.threadKey }, hidden)).toEqual({ ok: true, value: { marks: [] } });
    expect(await disk()).toBe(before);
    expect(await disk()).not.toContain('canary');
  });

  test('a popup over it cannot switch its site off on the disk either', async () => {
    fake.state.tabs = [{ id: 1, active: true, incognito: true }];
    const popup: Sender = { ...library, tabId: null };
    expect(await handlers['site.set']({ op: 'o', site: SITE, on: false }, popup)).toMatchObject({ ok: false, problem: 'fault.private' });
    expect(JSON.stringify(fake.state.local)).not.toContain(SITE);
  });

  test('what a popup over it does stays in memory', async () => {
    fake.state.tabs = [{ id: 1, active: true, incognito: true }];
    const popup: Sender = { ...library, tabId: null };
    const before = await disk();
    expect(await handlers['mark.put']({ op: 'a', kind: 'allow', on: { ...on, text: 'canary' } }, popup)).toMatchObject({ ok: true });
    expect(await handlers['rule.put']({ op: 'b', uuid: null, rule }, popup)).toMatchObject({ ok: false, problem: 'fault.private' });
    expect(await disk()).toBe(before);
    expect(held.marks).toMatchObject([{ kind: 'allow', text: 'canary' }]);
    // The page hears of it at once: no storage event tells it.
    expect(fake.state.toTabs).toMatchObject([{ tabId: 1, message: { command: 'page.again' } }]);
    expect(await handlers['operation.undo']({ op: 'a' }, popup)).toEqual({ ok: true, value: { undone: true } });
  });

  test('loses nothing of what is done at once, and keeps no whole states', async () => {
    const keys = Array.from({ length: 30 }, (_, i) => `c${i}`);
    await Promise.all(
      keys.map((key) => handlers['mark.put']({ op: key, kind: 'hide', on: { ...on, commentKey: key, text: 'x'.repeat(9000) } }, hidden)),
    );
    expect(held.marks.map((mark) => mark.commentKey).sort()).toEqual([...keys].sort());
    // Session storage ends at 10 MB.
    expect(JSON.stringify(held).length).toBeLessThan(30 * 10_000);
  });

  test('a page of another site cannot undo or take over what was done in it', async () => {
    const strange: Sender = { ...other, incognito: true };
    await handlers['mark.put']({ op: 'a', kind: 'note', on, note: 'mine' }, hidden);
    expect(await handlers['operation.undo']({ op: 'a' }, strange)).toMatchObject({ ok: false, problem: 'fault.notAllowed' });
    const theirs = { ...on, site: 'evil.example', threadKey: 'evil.example/' };
    const uuid = held.marks[0]!.uuid;
    expect(await handlers['mark.put']({ op: 'b', kind: 'note', on: theirs, uuid, note: 'evil' }, strange)).toMatchObject({ ok: false });
    expect(held.marks).toMatchObject([{ site: SITE, note: 'mine' }]);
  });

  test('lies over what is on the disk', async () => {
    await handlers['person.change']({ op: 'a', person, patch: { note: 'public', labels: [label] } }, page);
    await handlers['mark.put']({ op: 'b', kind: 'hide', on }, page);
    const before = await disk();
    await handlers['person.change']({ op: 'c', person, patch: { labels: [] } }, hidden);
    await handlers['mark.put']({ op: 'd', kind: 'allow', on }, hidden);
    const pack = await handlers['private.pack']({ site: SITE }, hidden);
    const laid = pack.ok ? (pack.value.pack as SitePack) : null;
    expect(laid?.names.ada).toEqual({ u: expect.any(String), n: 'Ada', o: 1 });
    expect(laid?.marks[on.threadKey]?.c1?.map((mark) => mark.k)).toEqual(['a']);
    expect(await disk()).toBe(before);
  });

  test('cannot delete marks of another site', async () => {
    await handlers['mark.put']({ op: 'b', kind: 'note', on }, page);
    const marks = await handlers['marks.ofThread']({ site: SITE, threadKey: on.threadKey }, page);
    const uuids = marks.ok ? marks.value.marks.map((mark) => mark.uuid) : [];
    expect(await handlers['mark.remove']({ op: 'x', uuids }, { ...other, incognito: true })).toMatchObject({ ok: false });
    expect(await handlers['mark.remove']({ op: 'y', uuids }, hidden)).toMatchObject({ ok: true });
    expect(await handlers['marks.ofThread']({ site: SITE, threadKey: on.threadKey }, hidden)).toEqual({ ok: true, value: { marks: [] } });
    expect(await handlers['marks.ofThread']({ site: SITE, threadKey: on.threadKey }, page)).toMatchObject({
      ok: true,
      value: { marks: [{}] },
    });
  });
});

describe('the icon and the page’s own script', () => {
  test('a site that is off shows it by another icon, whatever the page tells', async () => {
    await handlers['site.set']({ op: 'off', site: 'forum.example', on: false }, page);
    await handlers['page.status']({ comments: 9, hidden: 3, isNew: 1, article: false }, page);
    expect(fake.state.badge[3]).toBe('');
    expect(fake.state.icon[3]).toContain('off');
    await handlers['site.set']({ op: 'on', site: 'forum.example', on: true }, page);
    await handlers['page.status']({ comments: 9, hidden: 0, isNew: 2, article: false }, page);
    expect(fake.state.badge[3]).toBe('+2');
    expect(fake.state.icon[3]).not.toContain('off');
  });

  test('the badge counts what is hidden', async () => {
    await handlers['page.status']({ comments: 9, hidden: 3, isNew: 0, article: true }, page);
    expect(fake.state.badge[3]).toBe('3');
    await handlers['page.status']({ comments: 9, hidden: 12_345, isNew: 0, article: true }, page);
    expect(fake.state.badge[3]).toBe('999+');
    await handlers['page.status']({ comments: 9, hidden: 0, isNew: 0, article: true }, page);
    expect(fake.state.badge[3]).toBe('');
  });
  test('further scripts go into the asker’s own frame, in their order', async () => {
    await handlers['page.bring']({ parts: ['ui'] }, { ...page, frameId: 5 });
    await handlers['page.bring']({ parts: ['finder', 'session'] }, page);
    expect(fake.state.injected).toEqual([
      { tabId: 3, frameIds: [5], files: ['/page-ui.js'] },
      { tabId: 3, frameIds: [0], files: ['/page-finder.js', '/page-session.js'] },
    ]);
  });
  test('adapters made in two tabs at once are both kept, and a newer one for a host takes the older one’s place', async () => {
    const made = (host: string, name: string) => ({ name, hosts: [host], confidence: 'low', root: '.c', body: '.b' }) as Adapter;
    await Promise.all(['a.example', 'b.example'].map((host) => handlers['adapter.keep']({ adapter: made(host, host) }, library)));
    await handlers['adapter.keep']({ adapter: made('a.example', 'newer') }, library);
    const kept = fake.state.local.adapters as readonly Adapter[];
    expect(kept.map(({ name }) => name).sort()).toEqual(['b.example', 'newer']);
  });

  test('the library opens at a view', async () => {
    await handlers['ui.openLibrary']({ view: 'people', query: '张三 & co' }, page);
    expect(fake.state.opened).toEqual(['chrome-extension://postil-id/library.html#/people?q=%E5%BC%A0%E4%B8%89+%26+co']);
  });
  test('a page opens one tab a second at most, the extension as many as it is asked for', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => handlers['ui.openLibrary']({ view: 'people' }, page)));
    expect(opened.map(({ ok }) => ok)).toEqual([true, false, false]);
    const own = { ...page, own: true, tabId: null };
    for (let i = 0; i < 3; i++) expect(await handlers['ui.openLibrary']({ view: 'people' }, own)).toMatchObject({ ok: true });
    expect(fake.state.opened).toHaveLength(4);
  });
  test.each([
    ['https://forum.example/t/1', { site: 'forum.example', access: 'granted', on: true }],
    ['https://elsewhere.example/', { site: 'elsewhere.example', access: 'click', on: true }],
    ['https://off.example/', { site: 'off.example', access: 'click', on: false }],
    ['chrome://extensions', { site: '', access: 'closed', on: true }],
    ['https://chromewebstore.google.com/x', { site: 'chromewebstore.google.com', access: 'closed', on: true }],
    ['', { site: '', access: 'closed', on: true }],
  ])('state of %s', async (url, state) => {
    fake.state.origins = ['*://forum.example/*'];
    await handlers['site.set']({ op: 'o', site: 'off.example', on: false }, library);
    expect(await handlers['site.state']({ url }, library)).toEqual({ ok: true, value: state });
  });
});

test('a page that writes without end is stopped, the extension’s own pages are not', async () => {
  const put = (n: number, from: Sender) => handlers['mark.put']({ op: `flood ${n}`, kind: 'note', on, note: 'x'.repeat(100_000) }, from);
  const replies = [];
  for (let n = 0; n < 30; n++) replies.push(await put(n, page));
  expect(replies.filter(({ ok }) => ok).length).toBeLessThan(20);
  expect(replies.at(-1)).toMatchObject({ ok: false, problem: 'fault.tooMany' });
  expect((await put(99, library)).ok).toBe(true);
});

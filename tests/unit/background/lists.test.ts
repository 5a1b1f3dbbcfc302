import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RuleDraft } from '../../../core/model/rule';
import { allLists, applyList, diffList, receiveList, rulesOfList, subscribe, unsubscribe } from '../../../core/store/lists';
import { undoOperation } from '../../../core/store/operations';
import { putRule } from '../../../core/store/rules';
import { refreshList, refreshLists } from '../../../entrypoints/background/lists';
import { useFake } from '../../support/fake-browser';
import { type TestStore, testStore } from '../../support/store';

vi.mock('wxt/browser', () => import('../../support/fake-browser'));

const URL_ = 'https://lists.example/rules.txt';
const draft = (word: string): RuleDraft => ({
  name: word,
  when: { kind: 'words', words: [word], part: false, lookalikes: false, spaced: false },
  action: { kind: 'hide' },
  scope: { kind: 'everywhere' },
  priority: 0,
  expiresAt: null,
  enabled: true,
  replies: false,
  origin: { kind: 'mine' },
});

let t: TestStore;
let uuid = '';
let fake = useFake();
let answer: () => Response = () => new Response('');
let asked: RequestInit[] = [];
beforeEach(async () => {
  fake = useFake();
  fake.state.origins = ['*://lists.example/*'];
  t = await testStore();
  asked = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    asked.push(init);
    return answer();
  });
  const made = await subscribe(t.store, 'sub', URL_, 'A list');
  uuid = made.ok ? made.value.uuid : '';
});
afterEach(() => vi.unstubAllGlobals());
const list = async () => (await allLists(t.store))[0]!;

describe('a subscribed list', () => {
  test.each([
    'http://lists.example/a',
    'ftp://x/y',
    'https://',
    'javascript:x',
    '',
    'https://a b/c',
    'https://name:word@lists.example/a',
    'https://lists.example\\@other.example/a',
  ])('is not taken from %s', async (url) => {
    expect(await subscribe(t.store, 'x', url, '')).toMatchObject({ ok: false, problem: 'fault.list.address' });
  });

  test('twice is once', async () => {
    expect(await subscribe(t.store, 'again', URL_, '')).toMatchObject({ ok: true, value: { uuid } });
    expect(await allLists(t.store)).toHaveLength(1);
  });

  test('is not fetched from where a redirect leads', async () => {
    answer = () => Response.redirect('https://other.example/rules.txt', 302);
    expect(await refreshList(t.store, await list())).toMatchObject({ ok: false, problem: 'fault.list.moved', where: 'lists.example' });
    // What browsers give for a redirect that was not to be followed.
    answer = () => Object.defineProperty(new Response(null, { status: 200 }), 'type', { value: 'opaqueredirect' });
    expect(await refreshList(t.store, await list())).toMatchObject({ ok: false, problem: 'fault.list.moved' });
    expect(asked.every(({ redirect }) => redirect === 'manual')).toBe(true);
    expect((await list()).fetchedAt ?? null).toBeNull();
  });

  test('is fetched without cookies, laid aside, and changes no rule before it is applied', async () => {
    answer = () => new Response('spam\n广告', { headers: { etag: '"1"' } });
    expect(await refreshList(t.store, await list())).toEqual({ ok: true, value: { changed: true } });
    expect(await list()).toMatchObject({ pending: 'spam\n广告', text: '', etag: '"1"', fetchedAt: t.time });
    expect(await rulesOfList(t.store, uuid)).toEqual([]);
    expect(asked[0]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', headers: {} });
    answer = () => new Response(null, { status: 304 });
    expect(await refreshList(t.store, await list())).toEqual({ ok: true, value: { changed: false } });
    expect(asked[1]!.headers).toEqual({ 'If-None-Match': '"1"' });
    expect((await list()).pending).toBe('spam\n广告');
  });

  test.each([
    ['too big', () => new Response('x'.repeat(6_000_001)), 'list.long'],
    ['too many characters', () => new Response('x'.repeat(2_000_001)), 'list.long'],
    ['a web page', () => new Response('spam', { headers: { 'content-type': 'text/html; charset=utf-8' } }), 'list.page'],
    ['a web page that says it is text', () => new Response('\ufeff\n<html>'), 'list.page'],
    ['a picture', () => new Response('spam', { headers: { 'content-type': 'image/png' } }), 'fault.list.text'],
    ['bytes that are no text', () => new Response('a\0b'), 'fault.list.text'],
    ['half of it', () => new Response('spam', { headers: { 'content-length': '9' } }), 'fault.list.cut'],
    ['an error', () => new Response('no', { status: 500 }), 'fault.list.status'],
    ['not UTF-8', () => new Response(new Uint8Array([0xba, 0xba])), 'fault.list.text'],
  ])('that comes as %s leaves the last good copy', async (_what, bad, problem) => {
    await applyList(t.store, 'a', uuid, 'good', [draft('good')]);
    answer = bad;
    expect(await refreshList(t.store, await list())).toMatchObject({ ok: false, problem });
    expect(await list()).toMatchObject({ text: 'good', pending: null });
    expect(await rulesOfList(t.store, uuid)).toHaveLength(1);
  });

  test('is not fetched without the host’s permission', async () => {
    fake.state.origins = [];
    expect(await refreshList(t.store, await list())).toMatchObject({ ok: false, problem: 'fault.list.permission' });
    expect(asked).toEqual([]);
  });

  test('is fetched once a day', async () => {
    answer = () => new Response('a');
    await refreshLists(t.store);
    await refreshLists(t.store);
    expect(asked).toHaveLength(1);
    t.time += 24 * 3_600_000;
    await refreshLists(t.store);
    expect(asked).toHaveLength(2);
  });
});

test('a tag that no header can hold is not sent', async () => {
  answer = () => new Response('a');
  await refreshList(t.store, { ...(await list()), etag: 'x\r\ncookie: 1' });
  expect(asked[0]!.headers).toEqual({});
});

test('a host that never ends is told so', async () => {
  answer = () => {
    throw new DOMException('', 'TimeoutError');
  };
  expect(await refreshList(t.store, await list())).toMatchObject({ ok: false, problem: 'fault.list.late', where: 'lists.example' });
});

test('an address that a backup brought and no browser understands does not stop the other lists', async () => {
  const broken = { ...(await list()), uuid: 'broken', url: 'https://a b\\c/' };
  await t.store.db.lists.put(broken);
  fake.browser.permissions.contains = async ({ origins }: { origins: string[] }) => {
    if (/[\s\\]/.test(origins[0] ?? '')) throw new Error('not a match pattern');
    return true;
  };
  expect(await refreshList(t.store, broken)).toMatchObject({ ok: false, problem: 'fault.list.address' });
  await refreshLists(t.store);
  expect(asked).toHaveLength(1);
});

describe('applying a copy', () => {
  test('adds and removes, keeps what stays, and can be undone', async () => {
    await applyList(t.store, 'one', uuid, '1', [draft('a'), draft('b')]);
    const [b] = (await rulesOfList(t.store, uuid)).filter((rule) => rule.name === 'b');
    await putRule(t.store, 'off', b!.uuid, { ...draft('b'), origin: b!.origin, enabled: false });
    expect(diffList(await rulesOfList(t.store, uuid), [draft('b'), draft('c'), draft('c')])).toMatchObject({
      add: [{ name: 'c' }],
      remove: [{ name: 'a' }],
      same: 1,
    });
    await applyList(t.store, 'two', uuid, '2', [draft('b'), draft('c')]);
    const rules = await rulesOfList(t.store, uuid);
    expect(rules.map((rule) => [rule.name, rule.enabled]).sort()).toEqual([
      ['b', false],
      ['c', true],
    ]);
    expect(rules.every((rule) => rule.origin.kind === 'list' && rule.origin.list === uuid)).toBe(true);
    await undoOperation(t.store, 'two');
    expect((await rulesOfList(t.store, uuid)).map((rule) => rule.name).sort()).toEqual(['a', 'b']);
    expect((await list()).text).toBe('1');
  });

  test('leaving takes the rules along and undo brings both back', async () => {
    await applyList(t.store, 'one', uuid, '1', [draft('a')]);
    await unsubscribe(t.store, 'leave', uuid);
    expect(await allLists(t.store)).toEqual([]);
    expect(await rulesOfList(t.store, uuid)).toEqual([]);
    expect(await receiveList(t.store, uuid, 'x', null)).toMatchObject({ ok: false, problem: 'fault.list.gone' });
    await undoOperation(t.store, 'leave');
    expect(await rulesOfList(t.store, uuid)).toHaveLength(1);
  });

  test('is refused where a newer copy came while this one was looked at; nothing changes', async () => {
    await receiveList(t.store, uuid, 'one', null);
    await receiveList(t.store, uuid, 'two', null);
    expect(await applyList(t.store, 'x', uuid, 'one', [draft('a')])).toMatchObject({ ok: false, problem: 'fault.list.newer' });
    expect(await rulesOfList(t.store, uuid)).toEqual([]);
    expect((await list()).pending).toBe('two');
  });

  test('of all lists there are at most 10,000 rules; one too many changes nothing', async () => {
    const other = await subscribe(t.store, 'other', 'https://lists.example/other.txt', '');
    await applyList(t.store, 'one', uuid, '1', [draft('a')]);
    const many = Array.from({ length: 10_000 }, (_, i) => draft(`w${i}`));
    const to = other.ok ? other.value.uuid : '';
    expect(await applyList(t.store, 'x', to, '', many)).toMatchObject({ ok: false, problem: 'fault.list.full' });
    expect(await rulesOfList(t.store, to)).toEqual([]);
    expect(await rulesOfList(t.store, uuid)).toHaveLength(1);
  });

  test('a million rules are refused', async () => {
    const many = Array.from({ length: 60_000 }, () => draft('a'));
    expect(await applyList(t.store, 'x', uuid, '', many)).toMatchObject({ ok: false, problem: 'fault.tooMany' });
  });
});

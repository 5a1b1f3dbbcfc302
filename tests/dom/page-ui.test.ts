import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Decision } from '../../core/model/decision';
import { EMPTY_RULE_PACK } from '../../core/model/pack';
import type { Rule } from '../../core/model/rule';
import { DEFAULT_SETTINGS } from '../../core/model/settings';
import type { Comment, Thread } from '../../core/model/thread';
import type { CommentElements, Found } from '../../core/page/found';
import type { PageLink, PageUi } from '../../entrypoints/page/page-link';
import { startPageUi } from '../../entrypoints/page-ui/start';
import english from '../../public/locales/en.json';

interface Asked {
  readonly command: string;
  readonly ask: Record<string, unknown>;
}
let asked: Asked[];
let ui: PageUi;
let stopper: AbortController;
let answers: Record<string, unknown>;
let alive: boolean;

const wait = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));
const host = () => document.querySelector<HTMLElement>('postil-ui[data-postil~=app]')!;
const $ = <E extends HTMLElement = HTMLElement>(css: string) => host().shadowRoot!.querySelector<E>(css)!;
const texts = (css: string) => [...host().shadowRoot!.querySelectorAll(css)].map((one) => one.textContent);

const COMMENTS: readonly Comment[] = [
  ['1', 'amber_fox', 'Open the weights and everyone gains.'],
  ['2', '北窗', '你们这些笨蛋。'],
].map(([key, name, text]) => ({
  key: key!,
  id: key!,
  author: { name: name!, id: `u${key}`, url: null },
  text: text!,
  date: null,
  dateText: null,
  floor: key!,
  depth: 0,
  parentKey: null,
  score: null,
  quotes: [],
  op: false,
}));
const RULE: Rule = {
  uuid: 'r1',
  createdAt: 1,
  updatedAt: 1,
  deletedAt: null,
  rev: {},
  name: 'slurs',
  when: { kind: 'words', words: ['笨蛋'], part: false, lookalikes: false, spaced: false },
  action: { kind: 'hide' },
  scope: { kind: 'everywhere' },
  priority: 0,
  expiresAt: null,
  enabled: true,
  replies: false,
  origin: { kind: 'mine' },
};
const HIDDEN: Decision = {
  key: '2',
  treatment: 'hide',
  because: [{ kind: 'rule', id: 'r1', name: 'slurs' }],
  colour: null,
  labels: [],
  noted: false,
  isNew: false,
  spans: [{ start: 4, end: 6, rule: 'r1', by: '' }],
};

beforeEach(() => {
  asked = [];
  alive = true;
  answers = { 'person.get': { person: null, marks: [], labelsInUse: [{ text: 'good faith', colour: 'green', count: 3 }], linked: [] } };
  stopper = new AbortController();
  document.body.innerHTML = COMMENTS.map(
    ({ key, author, text }) => `<div id="c${key}"><a class="who">${author.name}</a><button id="h${key}">⋯</button><p>${text}</p></div>`,
  ).join('');
  const comments = new Map<string, CommentElements>(
    COMMENTS.map(({ key }) => {
      const root = document.querySelector(`#c${key}`)!;
      return [key, { nodes: [root], author: root.querySelector('.who'), body: [root.querySelector('p')!] }];
    }),
  );
  const thread: Thread = {
    key: 'x.example/t',
    url: 'https://x.example/t',
    title: 'T',
    site: 'x.example',
    declared: null,
    comments: COMMENTS,
    adapter: null,
    reader: null,
  };
  const found: Found = { article: null, blockElements: [], titleElement: null, thread, comments };
  const link: PageLink = {
    signal: stopper.signal,
    document,
    site: () => 'x.example',
    url: () => 'https://x.example/t',
    threadKey: () => 'x.example/t',
    settings: () => DEFAULT_SETTINGS,
    strings: () => ({ lang: 'en', texts: english }),
    rules: () => ({ ...EMPTY_RULE_PACK, rules: [RULE] }),
    found: () => found,
    report: () => ({ url: '', article: null, thread, decisions: [], nothing: null, showAllHidden: false }),
    comment: (key) => {
      const comment = COMMENTS.find((one) => one.key === key);
      return comment ? { comment, elements: comments.get(key)!, decision: key === '2' ? HIDDEN : null } : null;
    },
    keyOf: () => null,
    marks: () => [],
    ask: (async (command: string, ask: Record<string, unknown>) => {
      asked.push({ command, ask });
      if (!alive) return { ok: false, problem: 'fault.orphan', where: command };
      return { ok: true, value: answers[command] ?? { op: ask?.op } };
    }) as unknown as PageLink['ask'],
    isAlive: () => alive,
    reveal: () => true,
    point: () => {},
    open: () => {},
    showAll: () => {},
    store: async () => {},
    read: async () => ({}),
    preview: () => ({ of: 2, keys: ['2'] }),
    pointAll: () => {},
    pointRanges: () => {},
    attach: (fresh) => {
      ui = fresh;
    },
    isAttached: () => false,
  };
  startPageUi(link);
  // What the content script does: input events go past the page.
  for (const type of ['keydown', 'keyup', 'keypress', 'input', 'beforeinput'])
    window.addEventListener(type, (event) => void ui.relay(event), { capture: true, signal: stopper.signal });
});
afterEach(() => {
  stopper.abort();
  document.body.replaceChildren();
});

const writes = (): readonly Asked[] => asked.filter(({ command }) => command !== 'person.get');
const openMenu = async (key: string) => {
  ui.menu(key, document.querySelector(`#h${key}`)!);
  await wait();
};

describe('the menu', () => {
  test('names the person, and takes the focus', async () => {
    await openMenu('1');
    expect(texts('.item span')[0]).toBe('Tag amber_fox…');
    expect(host().shadowRoot!.activeElement).toBe($('.item'));
  });
  test('arrows move, Escape closes and gives the focus back', async () => {
    await openMenu('1');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(host().shadowRoot!.activeElement).toBe($('.item.hide'));
    await userEvent.keyboard('{Escape}');
    await wait();
    expect($('.panel')).toBeNull();
    expect(document.activeElement).toBe(document.querySelector('#h1'));
  });
  test.each([
    ['h', 'mark.put', { kind: 'hide' }],
    ['b', 'mark.put', { kind: 'bookmark' }],
  ])('%s', async (key, command, part) => {
    await openMenu('1');
    await userEvent.keyboard(key);
    await wait();
    expect(writes()).toHaveLength(1);
    expect(writes()[0]).toMatchObject({
      command,
      ask: { ...part, on: { commentKey: '1', author: 'amber_fox', authorId: 'u1', threadKey: 'x.example/t' } },
    });
  });
  test('⇧h hides the person', async () => {
    await openMenu('1');
    await userEvent.keyboard('{Shift>}H{/Shift}');
    await wait();
    expect(writes()[0]).toMatchObject({
      command: 'person.change',
      ask: { person: { site: 'x.example', id: 'u1' }, patch: { action: 'hide' } },
    });
  });
});

describe('the browser’s menu on an author’s link', () => {
  const linkTo = (...hrefs: readonly string[]) =>
    hrefs.forEach((href, k) => {
      document.querySelectorAll('.who')[k]!.setAttribute('href', href);
    });
  test.each([
    ['a link that runs a script', ['javascript:void(0)', 'javascript:void(0)'], 'javascript:void(0)'],
    ['a link that stays on the page', ['https://x.example/t#', 'https://x.example/t#'], 'https://x.example/t#'],
    ['a link that two names share', ['https://x.example/u', 'https://x.example/u'], 'https://x.example/u'],
  ])('tags nobody by %s', async (_what, hrefs, clicked) => {
    linkTo(...hrefs);
    ui.act('tag', clicked);
    await wait();
    expect($('[role=dialog]')).toBeNull();
    expect(texts('[role=status] .grow, [role=alert] .grow').join()).toBe(english['page.fault.noPerson']);
  });
  test.each([
    ['an address', ['https://x.example/u/1', 'https://x.example/u/2'], 'https://x.example/u/2#posts'],
    ['a route within the page', ['https://x.example/t#/u/1', 'https://x.example/t#/u/2'], 'https://x.example/t#/u/2'],
  ])('tags whom %s leads to', async (_what, hrefs, clicked) => {
    linkTo(...hrefs);
    ui.act('tag', clicked);
    await wait();
    expect($('[role=dialog]').textContent).toContain('北窗');
  });
});

test('what was done can be undone', async () => {
  answers['operation.undo'] = { undone: true };
  await openMenu('1');
  await userEvent.click($('.item.hide'));
  await wait();
  expect(texts('[role=status] .grow')).toEqual(['Comment hidden']);
  await userEvent.click($('.undo'));
  await wait();
  expect(writes()[1]).toMatchObject({ command: 'operation.undo', ask: { op: writes()[0]!.ask.op } });
  expect(texts('[role=status] .grow')).toEqual(['Undone']);
});

test('a label is typed, coloured and saved with Ctrl+Enter; the page hears no key of it', async () => {
  const heard: string[] = [];
  const listen = (event: Event) => heard.push(event.type);
  for (const type of ['keydown', 'keypress', 'keyup', 'input']) document.addEventListener(type, listen, { capture: true });
  await openMenu('1');
  await userEvent.keyboard('t');
  await wait();
  await userEvent.keyboard('good faith');
  await wait();
  expect($<HTMLInputElement>('.colour.green, input[value=green]').checked).toBe(true);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await wait();
  for (const type of ['keydown', 'keypress', 'keyup', 'input']) document.removeEventListener(type, listen, { capture: true });
  expect(writes()[0]).toMatchObject({
    command: 'person.change',
    ask: { patch: { labels: [{ text: 'good faith', colour: 'green' }], action: null } },
  });
  expect(heard).toEqual([]);
});

describe('why', () => {
  test('the matched words are marked, the reason is named', async () => {
    ui.why(['2'], document.querySelector('#h2')!);
    await wait();
    expect(texts('mark')).toEqual(['笨蛋']);
    expect(texts('.because')).toEqual(['rule “slurs”']);
  });
  test.each([
    ['.allow', 'mark.put', { kind: 'allow' }],
    ['.here', 'rule.put', { uuid: null, rule: { action: { kind: 'show' }, scope: { kind: 'site', site: 'x.example' } } }],
    ['.off', 'rule.put', { uuid: 'r1', rule: { enabled: false, when: RULE.when } }],
    ['.edit', 'ui.openLibrary', { view: 'rules', query: 'r1' }],
  ])('%s', async (css, command, ask) => {
    ui.why(['2'], document.querySelector('#h2')!);
    await wait();
    await userEvent.click($(css));
    await wait();
    expect(writes()[0]).toMatchObject({ command, ask });
  });
});

test('a rule is made from a comment, with what it would do', async () => {
  await openMenu('2');
  await userEvent.click($('.item.like'));
  await wait();
  expect(texts('.panel.like [role=status]')).toEqual(['Would act on 1 of 2 here']);
  await userEvent.click($('.panel.like .save'));
  await wait();
  expect(writes()[0]).toMatchObject({
    command: 'rule.put',
    ask: { uuid: null, rule: { when: { kind: 'words' }, action: { kind: 'hide' }, scope: { kind: 'site', site: 'x.example' } } },
  });
});

test('made-up input does nothing', async () => {
  await openMenu('1');
  $('.item.hide').click();
  $('.item.hide').dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true, composed: true }));
  host().dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true, composed: true }));
  await wait();
  expect(asked).toEqual([]);
});

test('an unsaved note outlives an update of the extension', async () => {
  ui.note('1', document.querySelector('#h1')!);
  await wait();
  await userEvent.keyboard('half a thought');
  alive = false;
  expect(ui.orphaned()).toBe(true);
  await wait();
  expect($<HTMLTextAreaElement>('textarea').value).toBe('half a thought');
  expect(texts('[role=alert] button')).toEqual(['Copy text', 'Reload page']);
});

test('a failed write says so and keeps what was typed', async () => {
  ui.note('1', document.querySelector('#h1')!);
  await wait();
  await userEvent.keyboard('a thought');
  alive = false;
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await wait();
  expect(texts('.toast .grow')).toEqual(['Postil was updated. Reload the page to go on.']);
  expect($<HTMLTextAreaElement>('textarea').value).toBe('a thought');
});

test('the page cannot hide it, and it leaves nothing behind', async () => {
  const style = document.createElement('style');
  style.textContent = 'body *, postil-ui { all: unset !important; display: none !important; opacity: 0 !important }';
  document.head.append(style);
  const before = document.documentElement.childElementCount;
  await openMenu('1');
  expect(getComputedStyle(host()).display).toBe('block');
  expect(getComputedStyle(host()).opacity).toBe('1');
  expect($('.item').getBoundingClientRect().height).toBeGreaterThan(20);
  expect(host().matches(':popover-open')).toBe(true);
  style.remove();
  stopper.abort();
  expect(document.querySelector('postil-ui')).toBeNull();
  expect(document.documentElement.childElementCount).toBe(before - 1);
});

test.each<[string, () => Promise<unknown> | undefined]>([
  ['menu', () => openMenu('1')],
  [
    'tag',
    async () => {
      await openMenu('1');
      await userEvent.keyboard('t');
    },
  ],
  [
    'like',
    async () => {
      await openMenu('1');
      await userEvent.click($('.item.like'));
    },
  ],
  ['note', async () => ui.note('1', document.querySelector('#h1')!)],
  ['why', async () => ui.why(['2'], document.querySelector('#h2')!)],
  ['help', async () => ui.key('help', null, null)],
  ['card', async () => ui.card(true, 'medium')],
])('%s has no flaw that axe finds', async (_name, open) => {
  await open();
  await wait(60);
  const { violations } = await axe.run(host(), { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

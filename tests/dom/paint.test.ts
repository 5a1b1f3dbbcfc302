import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Decision, Treatment } from '../../core/model/decision';
import type { Comment, Thread } from '../../core/model/thread';
import type { CommentElements, Found } from '../../core/page/found';
import { isOurs } from '../../core/page/is-ours';
import { createPainter, type Painter } from '../../core/page/paint';
import type { PaintView } from '../../core/page/plan-paint';
import { survey } from '../../core/page/survey';

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
const VIEW: PaintView = { stubs: true, markNew: true, showAll: false, opened: new Set() };
const NO_NOTES = new Map<string, string>();

let painter: Painter;
let acts: string[];
beforeEach(() => {
  acts = [];
  painter = createPainter({
    document,
    t: (key, values) => `${key}${values ? ` ${Object.values(values).join(' ')}` : ''}`,
    theme: 'auto',
    acts: {
      open: (keys, open) => acts.push(`${open ? 'open' : 'close'} ${keys.join()}`),
      why: (keys) => acts.push(`why ${keys.join()}`),
      menu: (key) => acts.push(`menu ${key}`),
      person: () => {},
      note: (key) => acts.push(`note ${key}`),
    },
  });
});
afterEach(() => {
  painter.clear();
  document.body.replaceChildren();
});

/** Puts markup into the page. Elements with `data-c="key"` are comments (several with one key: one comment of several nodes); `.a` is the author, `.b` the words. */
function pageOf(html: string): Found {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  const comments = new Map<string, CommentElements>();
  const list: Comment[] = [];
  for (const root of document.body.querySelectorAll('[data-c]')) {
    const key = root.getAttribute('data-c')!;
    const own = (css: string) => [...root.querySelectorAll(css)].filter((one) => one.closest('[data-c]') === root);
    const before = comments.get(key);
    const elements = {
      nodes: [...(before?.nodes ?? []), root],
      author: before?.author ?? own('.a')[0] ?? null,
      body: [...(before?.body ?? []), ...own('.b')],
    };
    comments.set(key, elements);
    if (before) continue;
    list.push({
      key,
      id: key,
      author: { name: elements.author?.textContent ?? '', id: null, url: null },
      text: elements.body.map((one) => one.textContent).join('\n'),
      date: null,
      dateText: null,
      floor: root.getAttribute('data-floor'),
      depth: 0,
      parentKey: null,
      score: null,
      quotes: [],
      op: false,
    });
  }
  const thread: Thread = {
    key: 't',
    url: 'https://x.example/t',
    title: '',
    site: 'x.example',
    declared: null,
    comments: list,
    adapter: null,
    reader: null,
  };
  return { article: null, blockElements: [], titleElement: null, thread, comments };
}
const decide = (treatments: Readonly<Record<string, Treatment>>, more: Partial<Decision> = {}): Map<string, Decision> =>
  new Map(
    Object.entries(treatments).map(([key, treatment]) => [
      key,
      {
        key,
        treatment,
        because: [{ kind: 'rule', id: 'r', name: 'slurs' }],
        colour: null,
        labels: [],
        noted: false,
        isNew: false,
        spans: [],
        ...more,
      },
    ]),
  );
const stubs = () =>
  [...document.querySelectorAll('postil-ui[data-postil~=stub]')].map((host) => host.shadowRoot!.querySelector('.what')!.textContent);
const isSeen = (selector: string) => {
  const box = document.querySelector(selector)!.getBoundingClientRect();
  return box.height > 0 && box.width > 0;
};

const COMMENT = (key: string, words: string, inner = '') =>
  `<div data-c="${key}" data-floor="${key}"><p><a class="a" href="#u">name${key}</a></p><p class="b" id="b${key}">${words}</p>${inner}</div>`;
const MARKUPS: Readonly<Record<string, string>> = {
  divs: COMMENT('1', 'one') + COMMENT('2', 'two') + COMMENT('3', 'three'),
  'list items': `<ol>${['1', '2', '3'].map((k) => `<li data-c="${k}"><b class="a">n</b><span class="b" id="b${k}">words</span></li>`).join('')}</ol>`,
  'table rows': `<table>${['1', '2', '3'].map((k) => `<tr data-c="${k}"><td class="a">n</td><td colspan="2" class="b" id="b${k}">words</td></tr>`).join('')}</table>`,
  'rows of two': `<table>${['1', '2', '3'].map((k) => `<tr data-c="${k}"><td class="a">n</td></tr><tr data-c="${k}"><td class="b" id="b${k}">words</td></tr>`).join('')}</table>`,
  'a table each': ['1', '2', '3']
    .map((k) => `<table data-c="${k}"><tr><td class="a">n</td><td class="b" id="b${k}">words</td></tr></table>`)
    .join(''),
  'terms and definitions': `<dl>${['1', '2', '3'].map((k) => `<dt data-c="${k}" class="a">n</dt><dd data-c="${k}"><p class="b" id="b${k}">words</p></dd>`).join('')}</dl>`,
  'bare text': ['1', '2', '3']
    .map((k) => `<div data-c="${k}"><b class="a">n</b> said <i>so</i> <span class="b" id="b${k}">words</span> here</div>`)
    .join(''),
};

describe.each(Object.entries(MARKUPS))('%s', (_name, html) => {
  test('a hidden comment is one line, its neighbours stay, and clearing restores the page byte for byte', async () => {
    const found = pageOf(html);
    const before = document.documentElement.outerHTML;
    const height = document.body.getBoundingClientRect().height;
    painter.paint(found, decide({ '2': 'hide' }), VIEW, NO_NOTES);
    await frame();
    expect(stubs()).toHaveLength(1);
    expect([isSeen('#b1'), isSeen('#b2'), isSeen('#b3')]).toEqual([true, false, true]);
    const stub = document.querySelector('postil-ui[data-postil~=stub]')!.getBoundingClientRect();
    expect(stub.height).toBeGreaterThan(15);
    expect(stub.width).toBeGreaterThan(100);
    expect(document.body.getBoundingClientRect().height).toBeLessThan(height + 60);
    painter.clear();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

test('text of a hidden comment that stands beside its elements is not to be read', () => {
  painter.paint(pageOf(MARKUPS['bare text']!), decide({ '2': 'hide' }), VIEW, NO_NOTES);
  const root = document.querySelector('[data-c="2"]')!;
  expect(getComputedStyle(root).fontSize).toBe('0px');
});

describe('replies within a comment', () => {
  const nested = COMMENT(
    '1',
    'one',
    `<div class="replies">between ${COMMENT('2', 'two', COMMENT('3', 'three'))}</div><p id="foot">like · share</p>`,
  );
  test('stay when it is hidden', async () => {
    const found = pageOf(nested);
    const before = document.documentElement.outerHTML;
    painter.paint(found, decide({ '1': 'hide' }), VIEW, NO_NOTES);
    await frame();
    expect([isSeen('#b1'), isSeen('#foot'), isSeen('#b2'), isSeen('#b3')]).toEqual([false, false, true, true]);
    painter.clear();
    expect(document.documentElement.outerHTML).toBe(before);
  });
  test('one stub stands for a comment and its hidden reply, the reply to that stays', async () => {
    painter.paint(pageOf(nested), decide({ '1': 'hide', '2': 'hide' }), VIEW, NO_NOTES);
    await frame();
    expect(stubs()).toEqual(['page.stub.many 2 · name1, name2 · page.because.rule slurs · #1–#2']);
    expect([isSeen('#b2'), isSeen('#b3')]).toEqual([false, true]);
  });
  test('are not dimmed with it', () => {
    painter.paint(pageOf(nested), decide({ '1': 'dim' }), VIEW, NO_NOTES);
    const opacity = (css: string) => {
      let all = 1;
      for (let up = document.querySelector(css); up; up = up.parentElement) all *= Number(getComputedStyle(up).opacity);
      return all;
    };
    expect(opacity('#b1')).toBeLessThan(0.5);
    expect(opacity('#b2')).toBe(1);
  });
});

test('what a stub says', () => {
  const found = pageOf(MARKUPS.divs!);
  painter.paint(found, decide({ '2': 'hide' }), VIEW, NO_NOTES);
  expect(stubs()).toEqual(['page.stub.hidden · name2 · page.because.rule slurs · #2']);
  painter.paint(found, decide({ '1': 'hide', '2': 'hide', '3': 'hide' }), VIEW, NO_NOTES);
  expect(stubs()).toEqual(['page.stub.many 3 · name1, name2, name3 · page.because.rule slurs · #1–#3']);
  painter.paint(found, decide({ '1': 'hide', '2': 'hide' }, { because: [{ kind: 'parent', id: '0', name: '' }] }), VIEW, NO_NOTES);
  expect(stubs()).toEqual(['page.stub.replies 2 · name1, name2 · #1–#2']);
});

test.each<[string, Treatment, Partial<PaintView>, boolean, number]>([
  ['hide leaves a stub', 'hide', {}, false, 1],
  ['vanish leaves nothing', 'vanish', {}, false, 0],
  ['hide without stubs leaves nothing', 'hide', { stubs: false }, false, 0],
  ['fold leaves a line', 'fold', {}, false, 1],
  ['what was opened is seen under a bar', 'hide', { opened: new Set(['2']) }, true, 1],
  ['all hidden shown', 'vanish', { showAll: true }, true, 1],
  ['dim is seen', 'dim', {}, true, 0],
])('%s', (_name, treatment, view, seen, bars) => {
  painter.paint(pageOf(MARKUPS.divs!), decide({ '2': treatment }), { ...VIEW, ...view }, NO_NOTES);
  expect(isSeen('#b2')).toBe(seen);
  expect(stubs()).toHaveLength(bars);
});

test('what shows a comment once more shares its fate', () => {
  const found = pageOf(`<div id="best">words of two</div>${MARKUPS.divs!}`);
  const before = document.documentElement.outerHTML;
  const two = { ...found.comments.get('2')!, copies: [document.querySelector('#best')!] };
  painter.paint({ ...found, comments: new Map([...found.comments, ['2', two]]) }, decide({ '2': 'hide' }), VIEW, NO_NOTES);
  expect(isSeen('#best')).toBe(false);
  expect(stubs()).toHaveLength(1);
  painter.clear();
  expect(document.documentElement.outerHTML).toBe(before);
});

test('made-up clicks do nothing', () => {
  painter.paint(pageOf(MARKUPS.divs!), decide({ '2': 'hide' }), VIEW, NO_NOTES);
  document.querySelector('postil-ui[data-postil~=stub]')!.shadowRoot!.querySelector<HTMLElement>('.show')!.click();
  expect(acts).toEqual([]);
});

test('a node that now shows another comment loses its marks at once', () => {
  const found = pageOf(MARKUPS.divs!);
  painter.paint(found, decide({ '2': 'hide' }), VIEW, NO_NOTES);
  const body = document.querySelector('#b2')!;
  expect(painter.release(body)).toBe(false);
  body.textContent = 'somebody else’s words';
  expect(painter.release(body.firstChild!)).toBe(true);
  expect(isSeen('#b2')).toBe(true);
  expect(stubs()).toEqual([]);
  // Whatever else asks for a new paint before the page is read anew: the node is a stranger's now.
  painter.paint(found, decide({ '2': 'hide' }), VIEW, NO_NOTES);
  expect(isSeen('#b2')).toBe(true);
  painter.paint(
    { ...found, comments: new Map([...found.comments].map(([key, one]) => [key, { ...one }])) },
    decide({ '2': 'hide' }),
    VIEW,
    NO_NOTES,
  );
  expect(isSeen('#b2')).toBe(false);
});

test('a key that moved to another node takes its marks along', () => {
  painter.paint(pageOf(MARKUPS.divs!), decide({ '2': 'hide' }), VIEW, NO_NOTES);
  const found = pageOf(MARKUPS.divs!);
  const swapped: Found = {
    ...found,
    comments: new Map([
      ['1', found.comments.get('2')!],
      ['2', found.comments.get('1')!],
      ['3', found.comments.get('3')!],
    ]),
  };
  painter.paint(swapped, decide({ '2': 'hide' }), VIEW, NO_NOTES);
  expect([isSeen('#b1'), isSeen('#b2')]).toEqual([false, true]);
});

test('a note stands below the words, labels behind the name', async () => {
  const found = pageOf(MARKUPS.divs!);
  const before = document.documentElement.outerHTML;
  painter.paint(found, decide({ '1': 'show' }, { labels: [{ text: '好人', colour: 'green' }] }), VIEW, new Map([['2', 'my own words']]));
  await frame();
  const chip = document.querySelector('.a')!.nextElementSibling!;
  expect(chip.shadowRoot!.querySelector('.chip')!.textContent).toBe('好人');
  expect(document.querySelector('#b2')!.lastElementChild!.shadowRoot!.textContent).toContain('my own words');
  painter.clear();
  expect(document.documentElement.outerHTML).toBe(before);
});

test('the page’s style does not reach in', () => {
  const found = pageOf(
    `<style>* { all: unset !important; display: none !important } postil-ui { width: 1px !important }</style>${MARKUPS.divs!}`,
  );
  painter.paint(found, decide({ '2': 'hide' }), VIEW, NO_NOTES);
  const host = document.querySelector<HTMLElement>('postil-ui[data-postil~=stub]')!;
  expect(getComputedStyle(host).display).toBe('block');
  expect(getComputedStyle(host.shadowRoot!.querySelector('.stub')!).display).toBe('flex');
});

test('what is read stays where it is when comments above it are hidden', async () => {
  const many = Array.from({ length: 40 }, (_, i) => COMMENT(String(i), 'words '.repeat(80))).join('');
  const found = pageOf(many);
  const mark = document.querySelector('#b25')!;
  mark.scrollIntoView({ block: 'start' });
  await frame();
  const top = mark.getBoundingClientRect().top;
  expect(window.scrollY).toBeGreaterThan(500);
  painter.paint(found, decide(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [String(i), 'hide' as const]))), VIEW, NO_NOTES);
  await frame();
  await frame();
  expect(Math.abs(mark.getBoundingClientRect().top - top)).toBeLessThan(2);
});

test('5,000 comments: few chips, and a decision changed for one touches one', async () => {
  const found = pageOf(Array.from({ length: 5000 }, (_, i) => COMMENT(String(i), 'words of a comment')).join(''));
  painter.paint(found, decide({}), VIEW, NO_NOTES);
  await frame();
  expect(document.querySelectorAll('postil-ui').length).toBeLessThan(100);
  const observer = new MutationObserver(() => {});
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  painter.paint(found, decide({ '4000': 'hide' }), VIEW, NO_NOTES);
  // One attribute and one stub.
  expect(observer.takeRecords()).toHaveLength(2);
  expect(stubs()).toHaveLength(1);
});

test('what a page names like ours is hidden with its comment, read, and not taken for ours', () => {
  const found = pageOf(
    `<div data-c="1"><p class="a">Ann</p><postil-ui data-postil="keep"><p class="b">faked</p></postil-ui><p data-postil="keep wrap">also faked</p></div>`,
  );
  painter.paint(found, decide({ 1: 'hide' }), VIEW, NO_NOTES);
  expect(document.body.innerText).not.toMatch(/faked/);
  const [fake, wrap] = [document.body.querySelector('postil-ui:has(p)')!, document.body.querySelector('p[data-postil]:not(.b)')!];
  expect([isOurs(fake), isOurs(wrap)]).toEqual([false, false]);
  const hosts = [...document.body.querySelectorAll('postil-ui')].filter((one) => one !== fake);
  expect(hosts.length).toBeGreaterThan(0);
  expect(hosts.every(isOurs)).toBe(true);
  const seen = survey(document.body);
  expect(seen.nodes.some(({ data }) => data === 'faked')).toBe(true);
});

test('a comment whose fields are named like the methods of layout keeps nobody else from being hidden', () => {
  const field = '<form><input name="getBoundingClientRect"><input name="scrollIntoView"></form>';
  const many = Array.from(
    { length: 40 },
    (_, n) => `<form data-c="${n}" style="display:block;height:60px">${field.slice(6, -7)}<b class="b">${n}</b></form>`,
  );
  const found = pageOf(many.join(''));
  window.scrollTo(0, 900);
  painter.paint(found, decide({ 1: 'hide', 30: 'hide' }), VIEW, NO_NOTES);
  expect(document.querySelectorAll('[data-c][data-postil~=stub]')).toHaveLength(2);
});

test('painting in steps pauses, and what is painted later ends it', () => {
  const found = pageOf(Array.from({ length: 500 }, (_, n) => `<div data-c="${n}"><b class="b">${n}</b></div>`).join(''));
  const all = (treatment: Treatment) => decide(Object.fromEntries(found.thread!.comments.map(({ key }) => [key, treatment])));
  const steps = painter.paintInSteps(found, all('dim'), VIEW, NO_NOTES);
  let pauses = 0;
  while (document.querySelectorAll('[data-postil~=dim]').length === 0 && !steps.next().done) pauses++;
  expect(pauses).toBeGreaterThan(2);
  expect(document.querySelectorAll('[data-postil~=dim]').length).toBeLessThanOrEqual(100);
  painter.paint(found, all('show'), VIEW, NO_NOTES);
  for (const _ of steps);
  expect(document.querySelectorAll('[data-postil~=dim]')).toHaveLength(0);
  for (const _ of painter.paintInSteps(found, all('dim'), VIEW, NO_NOTES));
  expect(document.querySelectorAll('[data-postil~=dim]')).toHaveLength(500);
});

test('a form whose fields are named like its properties is painted, told and restored like any other comment', () => {
  const names =
    'parentNode parentElement firstChild nextSibling nodeName nodeType setAttribute removeAttribute prepend append after contains';
  const fields = `${names} textContent childNodes`.split(' ').map((name) => `<input name="${name}">`);
  const form = (key: string, inner = '') =>
    `<form data-c="${key}">${fields.join('')}<b class="a">n${key}</b><p class="b" id="b${key}">words</p>${inner}</form>`;
  const found = pageOf(`${form('1')}<div>${form('2')}</div>`);
  const before = document.body.innerHTML;
  painter.paint(found, decide({ 1: 'hide', 2: 'dim' }), VIEW, NO_NOTES);
  expect(isSeen('#b1')).toBe(false);
  expect(document.querySelector('#b2')!.closest('[data-postil~=dim]')).not.toBeNull();
  // Following `form.parentNode` to the field and back to its form would never end.
  expect(painter.keyOf(document.querySelector('#b2'))).toBe('2');
  expect(painter.keyOf(document.body)).toBeNull();
  painter.clear();
  expect(document.body.innerHTML).toBe(before);
});

import { afterEach, describe, expect, test } from 'vitest';
import type { Adapter } from '../../core/model/adapter';
import { detect } from '../../core/page/detect';
import type { DetectOptions, Found } from '../../core/page/found';
import { growInSteps } from '../../core/page/grow';
import { createNews } from '../../core/page/news';
import { finish } from '../../core/page/steps';

const options: DetectOptions = { url: 'https://page.example/t/7', now: Date.UTC(2026, 0, 1) };
const read = (how = options) => detect(document, how, null);

const day = (n: number) => `${(n % 27) + 1} March 2025`;
const words = (n: number) => `What reader number ${n} had to say about the bridge${' and the river'.repeat(n % 5)}.`;
/** Comments of four kinds of markup. */
const KINDS: Readonly<Record<string, readonly [open: string, comment: (n: number) => string, close: string]>> = {
  list: [
    '<ol>',
    (n) =>
      `<li class="comment" id="comment-${n}"><a class="author" href="/user/${n % 31}">Reader ${n % 31}</a> <time datetime="2025-03-0${(n % 9) + 1}">${day(n)}</time><div class="comment-text"><p>${words(n)}</p></div><a href="#reply-${n}">Reply</a></li>`,
    '</ol>',
  ],
  nested: [
    '<ol>',
    (n) =>
      `<li class="comment" id="comment-${n}"><div class="meta"><a class="author" href="/user/${n % 31}">Reader ${n % 31}</a> <time>${day(n)}</time></div><div class="comment-text">${words(n)}</div>${n % 3 === 1 ? `<ol class="children"><li class="comment" id="comment-${n}00"><div class="meta"><a class="author" href="/user/${n % 7}">Reader ${n % 7}</a> <time>${day(n + 1)}</time></div><div class="comment-text">An answer to ${n}.</div></li></ol>` : ''}</li>`,
    '</ol>',
  ],
  divs: [
    '<div>',
    (n) =>
      `<div class="sc-a1"><div class="sc-b2"><a class="sc-c3" href="/u/person${n % 31}">person${n % 31}</a><span class="sc-d4">${day(n)}</span></div><div class="sc-e5"><p>${words(n)}</p></div><div class="sc-f6"><button>Like</button><button>Reply</button></div></div>`,
    '</div>',
  ],
  plain: ['<dl>', (n) => `<dt>Person ${n % 31} on ${day(n)} 10:00</dt><dd><p>${words(n)}</p><p>${words(n + 1)}</p></dd>`, '</dl>'],
};
const WORDS_OF_OWN: Adapter = {
  name: 'bridge',
  hosts: ['page.example'],
  confidence: 'high',
  root: 'li.comment',
  id: '@id /comment-(\\d+)/',
  author: 'a.author',
  date: 'time',
  body: 'div.comment-text',
};

function page(kind: string, count: number): Element {
  const [open, comment, close] = KINDS[kind]!;
  document.body.innerHTML = `<h2>Comments</h2>${open}${Array.from({ length: count }, (_, n) => comment(n)).join('\n')}${close}<div id="end">end</div>`;
  return document.querySelector('ol,dl,body > div:not([id])')!;
}
/** Adds comments at the end (or before the first) and gives the elements that were added. */
function add(holder: Element, kind: string, from: number, to: number, where: InsertPosition = 'beforeend'): Element[] {
  const before = new Set(holder.children);
  holder.insertAdjacentHTML(where, Array.from({ length: to - from }, (_, i) => KINDS[kind]![1](from + i)).join('\n'));
  return [...holder.children].filter((child) => !before.has(child));
}
const grow = (found: Found, added: readonly Element[], how = options) => finish(growInSteps(document, found, added, how));

afterEach(() => document.body.replaceChildren());

describe('a thread that grew', () => {
  test.each(Object.keys(KINDS))('%s: what is added behind is read as a whole pass reads it', (kind) => {
    const holder = page(kind, 40);
    let found = read();
    expect(found.thread).not.toBeNull();
    for (let n = 40; n < 100; n += 20) {
      const grown = grow(found, add(holder, kind, n, n + 20));
      expect(grown).not.toBeNull();
      found = grown!;
    }
    const whole = read();
    expect(found.thread).toEqual(whole.thread);
    expect([...found.comments]).toEqual([...whole.comments]);
  });

  test('what is added before the first', () => {
    const holder = page('list', 30);
    const found = read();
    const grown = grow(found, add(holder, 'list', 100, 105, 'afterbegin'));
    expect(grown?.thread).toEqual(read().thread);
    const again = grow(grown!, add(holder, 'list', 200, 203, 'afterbegin'));
    expect(again?.thread).toEqual(read().thread);
  });

  test('by an adapter', () => {
    const how = { ...options, own: [WORDS_OF_OWN] };
    const holder = page('list', 30);
    const grown = grow(read(how), add(holder, 'list', 30, 60), how);
    expect(grown?.thread?.adapter).toBe('bridge');
    expect(grown?.thread).toEqual(read(how).thread);
    expect([...grown!.comments]).toEqual([...read(how).comments]);
  });

  test('the same words by the same writer get a key of their own', () => {
    const holder = page('divs', 20);
    const found = read();
    const grown = grow(found, add(holder, 'divs', 19, 20));
    const keys = grown!.thread!.comments.map(({ key }) => key);
    expect(new Set(keys).size).toBe(21);
    expect(keys).toEqual(read().thread!.comments.map(({ key }) => key));
  });

  test('spinners and sentinels beside them do not matter', () => {
    const holder = page('list', 30);
    const found = read();
    const spinner = document.createElement('div');
    spinner.textContent = 'Loading …';
    const added = add(holder, 'list', 30, 40);
    holder.after(spinner);
    expect(grow(found, [spinner, ...added])?.thread?.comments.length).toBe(40);
  });

  test.each<[string, (holder: Element) => readonly Element[]]>([
    [
      'comments of another make',
      (holder) => {
        holder.insertAdjacentHTML('beforeend', `<div class="promo">${KINDS.list![1](50)}</div>`);
        return [holder.lastElementChild!];
      },
    ],
    [
      'an answer within a known comment',
      (holder) => {
        holder.children[3]!.insertAdjacentHTML('beforeend', `<ol>${KINDS.list![1](50)}</ol>`);
        return [holder.children[3]!.lastElementChild!];
      },
    ],
    [
      'comments in the middle',
      (holder) => {
        holder.children[3]!.insertAdjacentHTML('afterend', KINDS.list![1](50));
        return [holder.children[4]!];
      },
    ],
    [
      'comments behind one that shows something else by now',
      (holder) => {
        holder.children[28]!.querySelector('p')!.textContent = 'Quite another thing is said here now.';
        return add(holder, 'list', 50, 52);
      },
    ],
    ['nothing that is a comment', () => []],
  ])('%s: the page is to be read as a whole', (_, change) => {
    const holder = page('list', 30);
    const found = read();
    expect(grow(found, change(holder))).toBeNull();
  });
});

describe('news of a page', () => {
  const tell = (change: (holder: Element) => void) => {
    const holder = page('list', 20);
    const found = read();
    const news = createNews();
    expect(news.take()).toBeNull(); // nothing was read before
    const observer = new MutationObserver(() => {});
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    change(holder);
    news.note(observer.takeRecords(), found);
    observer.disconnect();
    return news.take();
  };
  test('mere additions', () => {
    expect(tell((holder) => void add(holder, 'list', 20, 23))?.length).toBe(3);
  });
  test('a ticker and a spinner that goes are no news of the thread', () => {
    const taken = tell((holder) => {
      add(holder, 'list', 20, 21);
      const end = document.querySelector('#end')!;
      end.firstChild!.nodeValue = 'the end';
      end.remove();
    });
    expect(taken?.length).toBe(1);
  });
  test.each<[string, (holder: Element) => void]>([
    [
      'an edited comment',
      (holder) => {
        holder.querySelector('p')!.firstChild!.nodeValue = 'Edited.';
      },
    ],
    ['a comment filled anew', (holder) => holder.querySelector('p')!.replaceChildren('Another.')],
    ['a comment that went', (holder) => holder.children[2]!.remove()],
    ['an answer within a comment', (holder) => holder.children[2]!.append(document.createElement('div'))],
  ])('%s', (_, change) => {
    expect(
      tell((holder) => {
        add(holder, 'list', 20, 22);
        change(holder);
      }),
    ).toBeNull();
  });
});

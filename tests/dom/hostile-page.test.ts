import { afterEach, describe, expect, test } from 'vitest';
import { apiOf } from '../../core/bus/own-browser';
import { detectAll } from '../../core/page/detect-all';
import { toThread } from '../../core/page/to-thread';
import { hasWords } from '../../entrypoints/page/has-words';
import { world } from '../../entrypoints/page/world';
import { put } from '../support/put';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'postil');
});

describe('what the scripts of a page share', () => {
  test.each([
    '<div id="postil"></div>',
    '<form id="postil"><input name="boot"></form>',
    '<a id="postil"></a><a id="postil" name="finder"></a>',
  ])('is not an element that is named like it: %s', (html) => {
    put(html);
    const shared = world();
    expect(shared).not.toBeInstanceOf(EventTarget);
    expect(Object.keys(shared)).toEqual([]);
    expect(shared.boot).toBeUndefined();
    shared.ui = true;
    expect(world().ui).toBe(true);
  });
});

describe('the extension’s API', () => {
  test('is no element that is named like it', () => {
    const chrome = { runtime: { id: 'postil' } };
    const form = document.createElement('form');
    form.innerHTML = '<input name="runtime" id="x">';
    const named = Object.assign(Object.create({ browser: form }) as { browser: { runtime: { id: string } } }, { chrome });
    expect(named.browser.runtime.id).toBe('x');
    expect(apiOf(named)).toBe(chrome);
    const own = { runtime: { id: 'own' } };
    expect(apiOf({ chrome, browser: own })).toBe(own);
    expect(apiOf({ chrome, browser: {} })).toBe(chrome);
  });
});

describe('a page whose words lie in open shadow roots', () => {
  const WORDS = 'The early ferry was full again this morning, and nobody at the port could say why.';
  test('holds words', () => {
    const page = document.implementation.createHTMLDocument();
    page.body.innerHTML = '<talk-app></talk-app><script>/* more than fifty letters that nobody reads on the page itself */</script>';
    const outer = page.querySelector('talk-app')!.attachShadow({ mode: 'open' });
    outer.innerHTML = '<talk-list></talk-list>';
    let called = 0;
    const stopper = new AbortController();
    hasWords(page, stopper.signal, () => called++);
    expect(called).toBe(0);
    stopper.abort();
    outer.querySelector('talk-list')!.attachShadow({
      mode: 'open',
    }).innerHTML = `<style>p { color: red; margin: 0 0 1em 0; padding: 1em; border: 0 none }</style><p>${WORDS}</p>`;
    hasWords(page, new AbortController().signal, () => called++);
    expect(called).toBe(1);
  });
  test('is heard when they come in later', async () => {
    const page = document.implementation.createHTMLDocument();
    page.body.innerHTML = '<talk-app></talk-app>';
    const root = page.querySelector('talk-app')!.attachShadow({ mode: 'open' });
    const stopper = new AbortController();
    const heard = new Promise<boolean>((resolve) => {
      hasWords(page, stopper.signal, () => resolve(true));
      setTimeout(() => resolve(false), 1500);
    });
    root.innerHTML = `<p>${WORDS}</p>`;
    expect(await heard).toBe(true);
    stopper.abort();
  });
});

describe('endless fields', () => {
  const endless = '𝒜'.repeat(3000);
  test('are cut to what can be stored, between characters', () => {
    put(
      `<h2>5 comments</h2>${[1, 2, 3, 4, 5].map((k) => `<div class="comment" id="comment-${k}"><a class="author" href="/user/${k}">user ${k}</a> <time datetime="2025-11-0${k}">${k} Nov 2025</time><p>Words of comment number ${k}, long enough to be read as one.</p></div>`).join('')}`,
    );
    const { thread, comments } = detectAll(document, { url: 'https://ferry.example/t/1', now: Date.UTC(2026, 0, 1), generic: true });
    const records = thread!.comments.map((comment) => ({
      ...comment,
      authorName: endless,
      authorId: 'i'.repeat(300),
      authorUrl: null,
      id: 'k'.repeat(1100),
      parentIndex: null,
      nodes: comments.get(comment.key)!.nodes,
      authorElement: null,
      bodyElements: [],
    }));
    const cut = toThread(document, { records, title: endless, declared: null, adapter: null, reader: null } as never, {
      url: 'https://ferry.example/t/1',
      now: 0,
    }).thread!;
    expect(cut.title.length).toBeLessThanOrEqual(1000);
    expect(cut.title).not.toMatch(/\p{Cs}/u);
    for (const { author, key } of cut.comments) {
      expect(author.name.length).toBeGreaterThan(200);
      expect(author.name.length).toBeLessThanOrEqual(256);
      expect(author.name).not.toMatch(/\p{Cs}/u);
      expect(author.id).toBeNull();
      expect(key.length).toBeLessThanOrEqual(1024);
    }
    expect(new Set(cut.comments.map(({ key }) => key)).size).toBe(5);
  });
});

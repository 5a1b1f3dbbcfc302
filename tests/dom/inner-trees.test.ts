import { describe, expect, test } from 'vitest';
import { detectAll } from '../../core/page/detect-all';
import { survey } from '../../core/page/survey';
import { createWatch } from '../../core/page/watch';
import { put } from '../support/put';

const NAMES = ['Mira', 'Tobin', 'Aldo', 'Runa', 'Sefa'];
const WORDS = [
  'The new ferry timetable leaves a gap of two hours in the morning.',
  'I take the early boat every day and have never seen it full, so I am not surprised.',
  'Then cut the noon run instead. It is empty from October until March.',
  'Has anybody asked the port office? They publish the counts each quarter.',
  'They do, and the counts say that both of you are right.',
];
const record = (k: number) =>
  `<div class="comment" id="comment-${100 + k}"><a class="author" href="/user/${k}">${NAMES[k]}</a> <time datetime="2025-11-0${k + 1}">${k + 1} Nov 2025</time>
   <div class="comment-text"><p>${WORDS[k]}</p></div><button>Reply</button> <span class="score">${k} points</span></div>`;
const ALL = NAMES.map((_, k) => record(k)).join('');

const read = () => detectAll(document, { url: 'https://ferry.example/t/1', now: Date.UTC(2026, 0, 1), generic: true });
const texts = () => read().thread?.comments.map(({ text }) => text) ?? [];

describe('comments in trees within the page', () => {
  test('one open shadow root holds the list', () => {
    const box = put('<h2>5 comments</h2><ferry-talk></ferry-talk>');
    const root = box.querySelector('ferry-talk')!.attachShadow({ mode: 'open' });
    root.innerHTML = `<section>${ALL}</section>`;
    const found = read();
    expect(found.thread?.comments.map(({ text, author, score }) => [text, author.name, score])).toEqual(
      WORDS.map((text, k) => [text, NAMES[k], k]),
    );
    expect(found.trees).toEqual([root]);
    expect([...found.comments.values()].every(({ nodes }) => nodes[0]!.getRootNode() === root)).toBe(true);
  });
  test('each comment is an element with a root of its own, within another', () => {
    const box = put('<h2>5 comments</h2><ferry-talk></ferry-talk>');
    const root = box.querySelector('ferry-talk')!.attachShadow({ mode: 'open' });
    root.innerHTML = NAMES.map((_, k) => `<ferry-comment data-id="${100 + k}"></ferry-comment>`).join('');
    root.querySelectorAll('ferry-comment').forEach((element, k) => {
      element.attachShadow({ mode: 'open' }).innerHTML = record(k);
    });
    expect(texts()).toEqual(WORDS);
  });
  test('a root shows what its host holds in a slot', () => {
    const box = put(`<h2>5 comments</h2>${NAMES.map((_, k) => `<ferry-comment>${record(k)}</ferry-comment>`).join('')}`);
    for (const element of box.querySelectorAll('ferry-comment')) element.attachShadow({ mode: 'open' }).innerHTML = '<i></i><slot></slot>';
    expect(texts()).toEqual(WORDS);
  });
  test('a frame of the same origin', async () => {
    const box = put('<h2>5 comments</h2><iframe title="Comments"></iframe>');
    const frame = box.querySelector('iframe')!;
    await new Promise((loaded) => {
      frame.addEventListener('load', loaded);
      frame.srcdoc = `<body><main>${ALL}</main></body>`;
    });
    const found = read();
    expect(found.thread?.comments.map(({ text }) => text)).toEqual(WORDS);
    expect(found.trees).toContain(frame.contentDocument);
  });
  test.each([
    ['a closed root', 'closed', ''],
    ['a frame for advertisements', 'frame', 'id="google_ads_iframe_1"'],
    ['a frame without an origin', 'frame', 'sandbox'],
  ])('not read: %s', async (_, kind, attributes) => {
    const box = put(kind === 'frame' ? `<iframe ${attributes}></iframe>` : '<ferry-talk></ferry-talk>');
    if (kind === 'closed') box.querySelector('ferry-talk')!.attachShadow({ mode: 'closed' }).innerHTML = ALL;
    else
      await new Promise((loaded) => {
        const frame = box.querySelector('iframe')!;
        frame.addEventListener('load', loaded);
        frame.srcdoc = `<body>${ALL}</body>`;
      });
    expect(texts()).toEqual([]);
  });
  test('the walk goes on behind a tree, and what stands in it lies in its host', () => {
    const box = put('<p>before</p><ferry-talk><b>light</b></ferry-talk><p>after</p>');
    box.querySelector('ferry-talk')!.attachShadow({ mode: 'open' }).innerHTML = '<em>dark</em>';
    const seen = survey(box);
    expect(seen.nodes.map(({ data }) => data)).toEqual(['before', 'dark', 'light', 'after']);
    const host = seen.elements.findIndex(({ localName }) => localName === 'ferry-talk');
    expect(seen.elements.slice(host, seen.end[host]).map(({ localName }) => localName)).toEqual(['ferry-talk', 'em', 'b']);
    expect(seen.text[host]).toBe('darklight'.length);
  });
});

test('what grows in a tree is noticed', async () => {
  const box = put('<ferry-talk></ferry-talk>');
  const root = box.querySelector('ferry-talk')!.attachShadow({ mode: 'open' });
  const stop = new AbortController();
  let changes = 0;
  const watch = createWatch(
    document,
    {
      onChange: () => {
        changes++;
        return false;
      },
      onQuiet: () => {},
    },
    stop.signal,
  );
  watch.start();
  watch.also([root]);
  root.append(document.createElement('p'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  stop.abort();
  expect(changes).toBe(1);
});

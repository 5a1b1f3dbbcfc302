import { describe, expect, test } from 'vitest';
import { checkAdapter } from '../../core/model/check-adapter';
import { idPrefix, kindsOf, stableClasses } from '../../core/page/adapter/describe';
import { learnAdapter } from '../../core/page/learn-adapter';

const NOW = Date.UTC(2026, 0, 1);
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const element = (html: string) => parse(html).body.firstElementChild!;

const WORDS = [
  ['Alma', '7', '2024-05-06', 'The ferry was late again this morning, and nobody told us why.'],
  ['Bruno', '8', '2024-05-07', 'Same here, we waited for an hour at the second pier in the rain.'],
  ['林小满', '9', '2024-05-08', '听说是因为雾太大,下午就恢复正常了。'],
  ['Dara', '10', '2024-05-09', 'They could at least put up a notice at the gate.'],
] as const;

/** A board nobody has an adapter for. */
const board = (post: (author: string, user: string, date: string, text: string, n: number) => string) =>
  parse(`<!doctype html><html lang="en"><body><nav><a href="/">Home</a><a href="/boards">Boards</a></nav><h1>Ferries</h1>
    <div class="list">${WORDS.map(([author, user, date, text], n) => post(author, user, date, text, 500 + n)).join('<hr>')}</div></body></html>`);

describe('learnAdapter', () => {
  test.each([
    [
      'a board with plain classes',
      board(
        (a, u, d, t, n) =>
          `<div class="entry odd" id="msg${n}"><div class="entry-top"><a class="who" href="/member.php?u=${u}">${a}</a> <span class="when">${d}</span></div><div class="entry-text">${t}</div><div class="tools"><a href="#">Reply</a></div></div>`,
      ),
      '.entry-text',
      'msg501',
    ],
    [
      'the same with hashed classes beside telling attributes',
      board(
        (a, u, d, t, n) =>
          `<article class="css-1x2y3z" data-comment-id="${n}"><header class="css-9abc12"><a class="css-77aa88" data-testid="author" href="/u/${u}">${a}</a><time datetime="${d}T10:00:00Z">a while ago</time></header><div data-testid="body" class="css-55dd66"><p>${t}</p></div></article>`,
      ),
      'article:nth-of-type(2) p',
      '501',
    ],
    [
      'table rows',
      board(
        (a, u, d, t, n) =>
          `<table class="post" id="p${n}"><tbody><tr><td class="left"><b class="name"><a href="/space.php?uid=${u}">${a}</a></b></td><td class="right"><div class="date">${d}</div><div class="message">${t}</div></td></tr></tbody></table>`,
      ),
      'table:nth-of-type(3) .message',
      'p502',
    ],
  ])('%s: one comment pointed at, all are read', (_, document, pointed, id) => {
    const before = document.documentElement.outerHTML;
    const answer = learnAdapter(document, document.querySelector(pointed)!, { url: 'https://www.ferries.example/t/1', now: NOW });
    expect(answer).toMatchObject({ ok: true });
    if (!answer.ok) return;
    const { adapter, records } = answer.value;
    expect(records.records.map((one) => [one.authorName, one.text, one.date?.slice(0, 10), one.authorId])).toEqual(
      WORDS.map(([author, user, date, text]) => [author, text, date, user]),
    );
    expect(records.records.map((one) => one.id)).toContain(id.replace(/\D/g, ''));
    expect(adapter).toMatchObject({ name: 'ferries.example', hosts: ['ferries.example'] });
    expect(checkAdapter(adapter)).toEqual({ ok: true, value: adapter });
    expect(JSON.stringify(adapter)).not.toMatch(/css-|:nth|odd/);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('what stands alone on a page teaches nothing', () => {
    const document = parse('<body><main><h1>Ferry</h1><p class="lead">It was late.</p></main></body>');
    expect(learnAdapter(document, document.querySelector('.lead')!, { url: 'https://ferries.example/', now: NOW })).toMatchObject({
      ok: false,
      problem: 'learn: nothing like the pointed-at element repeats on this page',
    });
  });

  test('a page that is no web page is refused', () => {
    const document = board((a) => `<p class="x">${a}</p>`);
    expect(learnAdapter(document, document.querySelector('.x')!, { url: 'about:blank', now: NOW })).toMatchObject({ ok: false });
  });
});

describe('what of an element is likely to stay', () => {
  test.each([
    ['<div class="post even css-1a2b3c post-body">', ['post', 'post-body']],
    ['<div class="_36ZEkSvpdj comment_item__x7Yz comment">', ['comment']],
    ['<li class="comment depth-2 level-3 mt-4 d-flex">', ['comment']],
    ['<div class="comment-123 reply">', ['reply']],
    ['<div class="sc-169yn8p-11 dcr-abc">', []],
    ['<div class="评论 usertxt">', ['usertxt']],
  ])('%s → %j', (html, classes) => {
    expect(stableClasses(element(html))).toEqual(classes);
  });

  test.each([
    ['<div id="post_12">', 'post_'],
    ['<div id="comment-7-li">', ''],
    ['<div id="c99_">', 'c'],
    ['<div id="main">', ''],
    ['<div id="12">', ''],
  ])('%s → %j', (html, prefix) => {
    expect(idPrefix(element(html))).toBe(prefix);
  });

  test('the sturdier selector comes first, never one element’s own id', () => {
    expect(kindsOf(element('<div id="post_12" class="post" data-post-id="12">'))).toEqual([
      'div.post[id^="post_"]',
      'div[id^="post_"]',
      'div.post',
      'div[data-post-id]',
    ]);
  });
});

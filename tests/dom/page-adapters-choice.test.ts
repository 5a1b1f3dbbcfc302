import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../core/model/adapter';
import { packShelf } from '../../core/model/shelf';
import { joinCopies } from '../../core/page/adapter/join-copies';
import { nestByLevel } from '../../core/page/adapter/nest';
import { readFloor, readNumber } from '../../core/page/adapter/read-values';
import { readWithAdapters } from '../../core/page/read-adapter';
import { bodyOf } from '../../core/page/safe-dom';
import { finish } from '../../core/page/steps';
import { survey } from '../../core/page/survey';

const NOW = Date.UTC(2026, 0, 1);
const parse = (html: string) => new DOMParser().parseFromString(`<!doctype html><body>${html}</body>`, 'text/html');
const adapter = (name: string, rest: Partial<Adapter>): Adapter => ({
  name,
  confidence: 'high',
  root: '.row',
  author: '.by',
  body: '.say',
  ...rest,
});
const row = (by: string, say: string) => `<div class="row"><b class="by">${by}</b><i></i><i></i><div class="say">${say}</div></div>`;
const PAGE = `<main>${row('Ada', 'One.')}${row('Ben', 'Two.')}</main>`;

function read(html: string, shelf: readonly Adapter[], own: readonly Adapter[] = [], url = 'https://forum.example.org/1') {
  const document = parse(html);
  const broken: string[] = [];
  const options = { url, now: NOW, shelf: packShelf(shelf), own, onBroken: (name: string) => broken.push(name) };
  const found = finish(readWithAdapters(document, survey(bodyOf(document)!), options));
  return { adapter: found?.adapter ?? null, texts: found?.records.map(({ text }) => text) ?? [], broken };
}

const host = adapter('host', { hosts: ['example.org'] });
const nearer = adapter('nearer', { hosts: ['forum.example.org'] });
const sign = adapter('sign', { detect: ['.row'] });
const mine = adapter('mine', { hosts: ['example.org'] });

describe('which adapter reads a page', () => {
  test.each<[string, readonly Adapter[], readonly Adapter[], string | null, readonly string[]]>([
    ['none fits', [adapter('other', { hosts: ['example.net'] })], [], null, []],
    ['by sign', [sign], [], 'sign', []],
    ['a host before a sign', [sign, host], [], 'host', []],
    ['the nearer host first', [host, nearer], [], 'nearer', []],
    ['the person’s own before all', [nearer, sign], [mine], 'mine', []],
    ['the person’s own only on its host', [sign], [adapter('mine', { hosts: ['example.net'] })], 'sign', []],
    [
      'a broken one gives way to the next, and says so',
      [adapter('broken', { hosts: ['example.org'], body: '.gone' }), sign],
      [],
      'sign',
      ['broken'],
    ],
    ['one without names gives way', [adapter('nameless', { hosts: ['example.org'], author: '.gone' })], [], null, ['nameless']],
    ['css that no browser takes gives way', [adapter('bad', { hosts: ['example.org'], root: '.row:::' }), sign], [], 'sign', ['bad']],
    ['one that finds nothing is silent', [adapter('empty', { hosts: ['example.org'], root: '.gone' })], [], null, []],
    ['a sign that another engine shows is no proof', [adapter('stranger', { detect: ['.row'], body: '.gone' })], [], null, []],
  ])('%s', (_, shelf, own, name, broken) => {
    const found = read(PAGE, shelf, own);
    expect(found.adapter).toBe(name);
    expect(found.broken).toEqual(broken);
    if (name) expect(found.texts).toEqual(['One.', 'Two.']);
  });

  test.each([
    ['an id with a number', '#msg-*', '<main><div id="msg-12"><i></i><i></i><i></i></div></main>'],
    ['an id', '#talk', '<div id="talk"></div>'],
    ['a class on body', '.forum', '<script></script>'],
    ['a custom element', 'my-talk', '<my-talk></my-talk>'],
    ['the generator', '=mytalk', '<meta name="Generator" content="MyTalk 3.1">'],
  ])('sign: %s', (_, detect, html) => {
    const document = parse(html + PAGE);
    document.body.className = 'forum dark';
    const options = { url: 'https://x.example/', now: NOW, shelf: packShelf([adapter('it', { detect: [detect] })]) };
    expect(finish(readWithAdapters(document, survey(document.body), options))?.adapter).toBe('it');
    expect(finish(readWithAdapters(parse(PAGE), survey(parse(PAGE).body), options))).toBeNull();
  });

  test('names that clobber DOM properties are survived', () => {
    const hostile =
      '<form class="row"><input name="closest"><input name="getAttribute"><input name="querySelectorAll"><input name="parentElement"><b class="by">Ada</b><p class="say">One.</p></form>';
    expect(read(`<main>${hostile}${row('Ben', 'Two.')}</main><img name="querySelectorAll">`, [host])).toEqual({
      adapter: 'host',
      texts: ['One.', 'Two.'],
      broken: [],
    });
  });

  test('a comment that is nothing but a quotation keeps its words', () => {
    const page = `<main>${row('Ada', '<blockquote>Only this.</blockquote>')}${row('Ben', '<blockquote>That.</blockquote>Mine.')}</main>`;
    expect(read(page, [{ ...host, quote: 'blockquote' }]).texts).toEqual(['Only this.', 'Mine.']);
  });
});

describe('values', () => {
  test.each([
    ['#12', '12'],
    ['第 3 楼', '3'],
    ['#1,234', '1234'],
    ['0007', '7'],
    ['#2.1', '2.1'],
    ['楼主', '1'],
    ['沙发', '2'],
    ['板凳', '3'],
    ['地板', '4'],
    ['B3', '3'],
    ['share', null],
    ['', null],
  ])('floor %j → %j', (text, floor) => {
    expect(readFloor(text)).toBe(floor);
  });

  test.each([
    ['1,234', 1234],
    ['−3', -3],
    ['-12 points', -12],
    ['1.2K', 1200],
    ['3万', 30000],
    ['2.5만', 25000],
    ['+5', 5],
    ['赞', null],
    ['', null],
  ])('number %j → %j', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test('levels in any unit nest; an unknown one is the top', () => {
    expect(nestByLevel([0, 40, 80, 40, null, 20]).map(({ depth, parentIndex }) => [depth, parentIndex])).toEqual([
      [0, null],
      [1, 0],
      [2, 1],
      [1, 0],
      [0, null],
      [1, 4],
    ]);
  });

  test('nothing to join is left as it is', () => {
    expect(joinCopies([], undefined)).toEqual([]);
  });
});

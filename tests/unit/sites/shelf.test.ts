import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../../core/model/adapter';
import { openShelf, packShelf } from '../../../core/model/shelf';
import { parseSource } from '../../../core/model/source';
import { SITES } from '../../../core/sites';

const adapter = (name: string, rest: Partial<Adapter>): Adapter => ({ name, confidence: 'high', root: '.r', body: '.b', ...rest });
const forum = adapter('forum', { hosts: ['example.org', 'talk.example.net'] });
const news = adapter('news', { hosts: ['news.example.org'], detect: ['.n', '#n-*'] });
const engine = adapter('engine', { detect: ['.n'] });
const shelf = openShelf(packShelf([forum, news, engine]));

describe('shelf', () => {
  test.each([
    ['example.org', ['forum']],
    ['WWW.Example.org', ['forum']],
    ['news.example.org', ['news', 'forum']],
    ['m.news.example.org', ['news', 'forum']],
    ['badexample.org', []],
    ['org', []],
    ['example.net', []],
    ['', []],
  ])('%s → %j, the closest host first', (host, names) => {
    expect(shelf.byHost(host).map(({ name }) => name)).toEqual(names);
  });

  test('a sign names its adapters in the order of the list', () => {
    expect(shelf.bySign('.n').map((place) => shelf.at(place))).toEqual([news, engine]);
    expect(shelf.bySign('.x')).toEqual([]);
  });

  test('an empty shelf has nothing', () => {
    expect(openShelf('').byHost('example.org')).toEqual([]);
    expect(openShelf('').signs).toEqual([]);
  });

  test('every built-in adapter comes back as it was', () => {
    const all = openShelf(packShelf(SITES));
    expect(SITES.map((_, i) => all.at(i + 1))).toEqual(SITES);
  });
});

describe('source', () => {
  const none = { way: '', steps: [''], pick: '', attribute: null, path: [], constant: null, pattern: null };
  test.each([
    ['.a .b', { ...none, steps: ['.a .b'] }],
    [':scope', none],
    [':scope @data-id', { ...none, attribute: 'data-id' }],
    ['a[href*="/u/"] @href /\\/u\\/(.+)/', { ...none, steps: ['a[href*="/u/"]'], attribute: 'href', pattern: /\/u\/(.+)/ }],
    [':scope @data-field{author.user_id}', { ...none, attribute: 'data-field', path: ['author', 'user_id'] }],
    ['.a ~ .b ~own', { ...none, steps: ['.a ~ .b'], pick: 'own' }],
    ['.a ~last @title', { ...none, steps: ['.a'], pick: 'last', attribute: 'title' }],
    ['^li.row @class /indent(\\d+)/i', { ...none, way: '^', steps: ['li.row'], attribute: 'class', pattern: /indent(\d+)/i }],
    ['- .head', { ...none, way: '-', steps: ['.head'] }],
    ['+dd.body', { ...none, way: '+', steps: ['dd.body'] }],
    [':scope.re =1', { ...none, steps: [':scope.re'], constant: '1' }],
    [':scope >>> #a >>> #b', { ...none, steps: ['', '#a', '#b'] }],
    ['.楼层 /第(\\d+)楼/', { ...none, steps: ['.楼层'], pattern: /第(\d+)楼/ }],
  ])('%s', (text, source) => {
    expect(parseSource(text)).toEqual(source);
  });
});

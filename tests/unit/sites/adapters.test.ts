import { describe, expect, test } from 'vitest';
import { checkAdapter } from '../../../core/model/check-adapter';
import { SITES } from '../../../core/sites';

const NAMED = [
  'discuz-x discuz-touch discuz-7 tieba v2ex nga hupu douban zhihu-answers zhihu-comments weibo bilibili bilibili-old ptt dcard mobile01',
  'bahamut lihkg fivech yahoo-japan naver dcinside huaren artalk waline twikoo valine phpbb vbulletin-3 vbulletin-4 vbulletin-5 xenforo',
  'xenforo-1 invision-3 invision-4 invision-5 smf mybb discourse discourse-crawler nodebb flarum wordpress disqus coral hyvor isso remark42',
  'giscus utterances openweb hackernews lobsters old-reddit reddit lemmy mastodon youtube stackexchange github-issues slashdot guardian',
  'substack ghost',
].flatMap((line) => line.split(' '));

describe('the built-in adapters', () => {
  test.each(SITES.map((adapter) => [adapter.name, adapter] as const))('%s follows the schema', (_, adapter) => {
    expect(checkAdapter(adapter)).toEqual({ ok: true, value: adapter });
  });

  test.each(NAMED)('%s is among them', (name) => {
    expect(SITES.map((adapter) => adapter.name)).toContain(name);
  });

  test('names are unique', () => {
    expect(new Set(SITES.map(({ name }) => name)).size).toBe(SITES.length);
  });

  test('no class that half the web uses is enough: a bare .comment, .post or .reply needs a host or a closer root', () => {
    const bare = SITES.filter(({ root }) => [root].flat().some((css) => /^\.(?:comment|comments|post|reply|item|message)$/.test(css)));
    expect(bare.filter(({ hosts }) => !hosts).map(({ name }) => name)).toEqual([]);
  });
});

const good = { name: 'mine', hosts: ['forum.example.org'], confidence: 'low', root: '.post', body: '.text' };

describe('checkAdapter', () => {
  test.each([
    ['a plain one', good],
    ['with a sign instead of a host', { ...good, hosts: undefined, detect: ['.my-forum', '#post-*', '=myforum', 'my-comments'] }],
    ['with every kind of source', { ...good, author: ['^.row a ~own', '+ dd @data-x{a.b} /(\\d+)/i', ':scope >>> .name', ':scope.re =1'] }],
    ['in another script', { ...good, name: '论坛 1' }],
  ])('takes %s', (_, adapter) => {
    expect(checkAdapter(adapter).ok).toBe(true);
  });

  test.each([
    ['nothing', null, '', /must be an object/],
    ['no root', { ...good, root: undefined }, 'root', /a list/],
    ['an empty root', { ...good, root: '' }, 'root', /not empty/],
    ['no body', { ...good, body: undefined }, 'body', /a list/],
    ['neither host nor sign', { ...good, hosts: [] }, 'hosts', /a host or a sign/],
    ['an address for a host', { ...good, hosts: ['https://x.example/'] }, 'hosts[0]', /a host such as/],
    ['a selector for a sign', { ...good, detect: ['.a', 'div > p'] }, 'detect[1]', /a sign/],
    ['an open bracket', { ...good, author: ['.a', 'a[href'] }, 'author[1]', /closing \]/],
    ['an open quote', { ...good, root: 'a[href="x]' }, 'root', /closing "/],
    ['a rule smuggled into a selector', { ...good, root: '.a){} body{display:none}' }, 'root', /unmatched|outside quotes/],
    ['a broken expression', { ...good, date: '.d /(/' }, 'date', /compiles/],
    ['an exponential expression', { ...good, date: '.d /(a+)+$/' }, 'date', /forever/],
    ['an exponential choice', { ...good, date: '.d /(?:a|a)*$/' }, 'date', /forever/],
    ['an unknown field', { ...good, script: 'alert(1)' }, 'script', /must be one of/],
    ['a function', { ...good, body: () => '' }, 'body', /a list/],
    ['an unknown confidence', { ...good, confidence: 'sure' }, 'confidence', /one of high, medium, low/],
    ['a name with markup', { ...good, name: '<b>' }, 'name', /a name of letters/],
  ])('refuses %s and says where', (_, adapter, where, problem) => {
    const result = checkAdapter(adapter);
    expect(result).toMatchObject({ ok: false, where });
    expect(!result.ok && result.problem).toMatch(problem);
  });
});

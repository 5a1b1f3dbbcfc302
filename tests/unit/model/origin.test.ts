import { expect, test } from 'vitest';
import { originOf, siteOfOrigin } from '../../../core/model/origin';

test.each([
  ['forum.example.org', '*://*.forum.example.org/*'],
  ['https://www.forum.example.org/t/1?x=2', '*://*.forum.example.org/*'],
  ['  News.Example ', '*://*.news.example/*'],
  ['http://127.0.0.1:8080/x', '*://127.0.0.1/*'],
  ['localhost', '*://localhost/*'],
  ['*', null],
  ['*.com', null],
  ['word', null],
  ['', null],
  ['ftp://a.example/', null],
  ['a b.example', null],
])('%s asks for %s', (typed, origin) => {
  expect(originOf(typed)).toBe(origin);
});

test.each([
  ['*://*.news.example/*', 'news.example'],
  ['https://news.example/*', 'news.example'],
  ['*://127.0.0.1/*', '127.0.0.1'],
  ['*://*/*', ''],
  ['<all_urls>', ''],
])('%s stands for %s', (origin, site) => {
  expect(siteOfOrigin(origin)).toBe(site);
});

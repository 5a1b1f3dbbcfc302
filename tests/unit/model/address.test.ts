import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { siteOf, threadKeyOf } from '../../../core/model/address';

describe('siteOf keeps the host, without what only chooses a presentation', () => {
  test.each([
    ['https://www.example.com/a', 'example.com'],
    ['http://WWW.Example.COM:8080/a', 'example.com'],
    ['https://m.example.com', 'example.com'],
    ['https://www.m.example.com/', 'example.com'],
    ['https://old.example.com/r/x', 'example.com'],
    ['https://bbs.example.com.cn/', 'bbs.example.com.cn'],
    ['https://alice.blogs.example/', 'alice.blogs.example'],
    ['https://m.cn/x', 'm.cn'],
    ['https://www.com/', 'www.com'],
    ['https://user:secret@example.com/', 'example.com'],
    ['https://example.com./x', 'example.com'],
    ['http://127.0.0.1:8123/x', '127.0.0.1'],
    ['http://[::1]:8123/x', '[::1]'],
    ['http://localhost/x', 'localhost'],
    ['https://xn--fiq228c.example/', 'xn--fiq228c.example'],
    ['about:blank', ''],
    ['file:///tmp/a.html', ''],
    ['javascript:alert(1)', ''],
    ['', ''],
  ])('%s → %s', (url, site) => expect(siteOf(url)).toBe(site));
});

describe('threadKeyOf gives the pages of one thread one key', () => {
  test.each([
    ['https://www.example.com/news/1.html?utm_source=x&fbclid=1#comments', 'example.com/news/1.html'],
    ['http://m.example.com/news/1.html', 'example.com/news/1.html'],
    ['https://bbs.example.org/thread-12-3-1.html', 'bbs.example.org/thread-12-1-1.html'],
    ['https://bbs.example.org/thread-12-1-7.html', 'bbs.example.org/thread-12-1-1.html'],
    ['https://bbs.example.org/forum.php?mod=viewthread&tid=12&extra=page%3D1&page=4', 'bbs.example.org/thread-12-1-1.html'],
    ['https://example.com/t/12?p=2', 'example.com/t/12'],
    ['https://example.com/?p=2', 'example.com?p=2'],
    ['https://example.com/blog/?p=2', 'example.com/blog?p=2'],
    ['https://example.com/topic/some-title/?p=2', 'example.com/topic/some-title'],
    ['https://example.com/p/98765?pn=3&see_lz=1', 'example.com/p/98765'],
    ['https://example.com/item?id=7&p=2', 'example.com/item?id=7'],
    ['https://example.com/2024/05/story/comment-page-2/#comments', 'example.com/2024/05/story'],
    ['https://example.com/2024/05/story/page/2/', 'example.com/2024/05/story'],
    ['https://example.com/2024/05/story/amp/', 'example.com/2024/05/story'],
    ['https://example.com/threads/title.123/page-9', 'example.com/threads/title.123'],
    ['https://example.com/threads/title.123/post-456', 'example.com/threads/title.123'],
    ['https://example.com/t/some-title/123/45', 'example.com/t/some-title/123'],
    ['https://example.com/t/123/45', 'example.com/t/123/45'],
    ['https://example.com/r/x/comments/6sisct/title/ddewo4n/?context=3', 'example.com/r/x/comments/6sisct?context=3'],
    ['https://example.com/viewtopic.php?f=2&t=15&start=30', 'example.com/viewtopic.php?f=2&t=15'],
    ['https://example.com/viewtopic.php?t=15&f=2&sid=0123456789abcdef0123456789abcdef', 'example.com/viewtopic.php?f=2&t=15'],
    ['https://example.com/viewtopic.php?p=77#p77', 'example.com/viewtopic.php?p=77'],
    ['https://example.com/index.php?topic=123.15', 'example.com/index.php?topic=123'],
    ['https://example.com/showthread.php?t=9&page=2', 'example.com/showthread.php?t=9'],
    ['https://example.com/read.php?tid=77&page=e#a', 'example.com/read.php?page=e&tid=77'],
    ['https://example.com/read.php?tid=77&page=3', 'example.com/read.php?tid=77'],
    ['https://example.com/app#/topic/5', 'example.com/app#/topic/5'],
    ['https://example.com/app#!topic/5', 'example.com/app#!topic/5'],
    ['https://example.com/%e4%bd%a0', 'example.com/%E4%BD%A0'],
    ['https://example.com', 'example.com/'],
    ['chrome://extensions', ''],
  ])('%s → %s', (url, key) => expect(threadKeyOf(url)).toBe(key));

  test.each([
    ['https://example.com/thread-12-1-1.html', 'https://example.com/thread-13-1-1.html'],
    ['https://example.com/?p=1', 'https://example.com/?p=2'],
    ['https://example.com/t/1', 'https://example.com/t/2'],
    ['https://example.com/showthread.php?pid=1', 'https://example.com/showthread.php?pid=2'],
    ['https://a.example.com/t/1', 'https://b.example.com/t/1'],
  ])('%s and %s stay apart', (a, b) => expect(threadKeyOf(a)).not.toBe(threadKeyOf(b)));

  test('never throws, and a key taken as an address keeps its value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (url) => {
        const key = threadKeyOf(url);
        expect(key === '' || threadKeyOf(`https://${key}`) === key).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});

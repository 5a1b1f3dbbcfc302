import { describe, expect, test } from 'vitest';
import { detectAll as detect } from '../../core/page/detect-all';
import { rangeOfText } from '../../core/page/quote-range';
import { flash, scrollToPlace } from '../../core/page/reveal';
import { readSelected } from '../../core/page/selected-story';
import { summariseArticle } from '../../core/summary/article';

const pages = import.meta.glob(['../corpus/**/*.html'], { query: '?raw', import: 'default', eager: true }) as Record<string, string>;
const NOW = Date.UTC(2026, 0, 1);
const squash = (text: string) => text.replace(/\s+/gu, '');
const LONG = { sentences: 6 };
/** More than any page has: all that could ever stand in a summary. */
const ALL = { sentences: 10_000 };

/** What pages count and what they ask for, alone in a line. */
const COUNTER =
  /^(?:\d[\d,. ]*\s*)?(?:comments?|views?|shares?|likes?|reads?|阅读|评论|浏览|点击|回复)\s*[:：(（]?\s*[\d,. ]*[)）]?$|^(?:Photo|Image|Foto|图源|图)\s?[:：]/iu;

/** The page without its scripts, in this document: only what is laid out scrolls. */
function show(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.querySelectorAll('script, link, iframe, style')) element.remove();
  document.documentElement.lang = parsed.documentElement.lang;
  document.body.replaceChildren(...parsed.body.childNodes);
}

describe('every sentence of every page of ours', () => {
  test.each(Object.entries(pages))('%s', (name, html) => {
    show(html);
    const { article, blockElements, thread } = detect(document, { url: 'https://page.example/story', now: NOW, generic: true });
    if (/\/article-/.test(name)) expect(article).not.toBeNull();
    if (!article) return;
    const { sentences } = summariseArticle(article, ALL);
    const { outline, people, numbers, sentences: long } = summariseArticle(article, LONG);
    for (const sentence of long) expect(sentences).toContainEqual(sentence);
    const apart = article.blocks.filter(({ kind }) => kind === 'caption' || kind === 'credit').map(({ text }) => text);
    const said = new Set(thread?.comments.flatMap(({ text }) => text.split('\n')));
    for (const sentence of [...sentences, ...people, ...numbers, ...outline.flatMap((part) => part.sentence ?? [])]) {
      const { text } = article.blocks[sentence.block]!;
      expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      const range = rangeOfText([blockElements[sentence.block]!], text, sentence.start, sentence.end);
      expect(squash(range?.toString() ?? '')).toBe(squash(sentence.text));
      scrollToPlace(window, range!);
      flash(document, [range!]);
      expect(CSS.highlights.get('postil-flash')?.has(range!)).toBe(true);
      const { top, bottom } = range!.getBoundingClientRect();
      expect(bottom > 0 && top < innerHeight).toBe(true);
    }
    for (const { text } of sentences) {
      expect(apart.some((other) => other.includes(text))).toBe(false);
      expect(said.has(text)).toBe(false);
      expect(text).not.toMatch(COUNTER);
    }
  });
});

describe('a selection is read as a story', () => {
  const select = (from: Node, start: number, to: Node, end: number) => {
    const range = document.createRange();
    range.setStart(from, start);
    range.setEnd(to, end);
    return readSelected(range, { url: 'https://page.example/', title: '', lang: 'en' });
  };

  test('a block for each paragraph and line, cut where the selection is; what is hidden is left out', () => {
    document.body.innerHTML =
      '<h2>Old bridge</h2><p id=a>One two. <b>Three</b> four.</p><p hidden>secret</p><script>no()</script><div id=b>Line one.<br>Line two.</div><figure><figcaption>A caption</figcaption></figure><p id=c>Last words here.</p>';
    const first = document.querySelector('#a')!.firstChild!;
    const last = document.querySelector('#c')!.firstChild!;
    const { article, elements } = select(first, 4, last, 4);
    expect(article.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'two. Three four.'],
      ['paragraph', 'Line one.'],
      ['paragraph', 'Line two.'],
      ['caption', 'A caption'],
      ['paragraph', 'Last'],
    ]);
    article.blocks.forEach(({ text }, k) => {
      expect(rangeOfText([elements[k]!], text, 0, text.length)?.toString().replace(/\s+/gu, ' ').trim()).toBe(text);
    });
  });

  test('a selection inside one text node', () => {
    document.body.innerHTML = '<p id=a>Only these words count.</p>';
    const node = document.querySelector('#a')!.firstChild!;
    expect(select(node, 5, node, 16).article.blocks).toEqual([{ kind: 'paragraph', text: 'these words', level: null }]);
  });
});

import { expect, test } from 'vitest';
import { summaryAs } from '../../../core/summary/copy-summary';
import { block, storyOf } from '../../support/story';

const URL = 'https://news.example/s';
const hostile = (title: string, text: string, url = URL) => {
  const article = { ...storyOf(title, [block(text)], 'en'), url };
  const sentence = { text, block: 0, start: 0, end: text.length };
  return {
    markdown: summaryAs('markdown', article, [sentence]),
    quotes: summaryAs('quotes', article, [sentence]),
    text: summaryAs('text', article, [sentence]),
  };
};

/** What is left of Markdown once its escaped signs are taken out. */
const live = (markdown: string) => markdown.replace(/\\[\\`*_[\]<>#|~&$]/g, '');

test.each([
  ['a line that begins a heading', 'x\n# Heading'],
  ['a fence', 'x\n```\ncode\n```'],
  ['a quote', 'x\u2028> quoted'],
  ['another link', 'x](https://evil.example) [y](https://evil.example/z'],
  ['an image', '![x](https://evil.example/p.png)'],
  ['HTML', '<img src=x onerror=alert(1)> &lt;b&gt; <!-- x'],
  ['struck text and formulas', '~~x~~ $y$ `z` **b** _i_ | t |'],
  ['an escape at the end', 'x\\'],
])('Markdown of a title and a sentence with %s is one link a line and nothing else', (_, words) => {
  const { markdown } = hostile(words, words);
  const lines = live(markdown).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^\*\*\[[^[\]`*_<>#|~&$]*\]\(https:\/\/news\.example\/s\)\*\*$/);
  expect(lines[2]).toMatch(/^- \[[^[\]`*_<>#|~&$]*\]\(https:\/\/news\.example\/s#:~:text=[^()\s<>[\]]*\)$/);
});

test('an address cannot end its link, and one that is not of the web is none', () => {
  const { markdown } = hostile('T', 'Words.', 'https://news.example/s?a=)![x](https://evil.example/p.png)&copy;#f)');
  expect(markdown.split('\n')[0]).toBe('**[T](https://news.example/s?a=%29!%5Bx%5D%28https://evil.example/p.png%29&amp;copy;#f%29)**');
  expect(hostile('T', 'Words.', 'javascript:alert(1)').markdown).toBe('**T**\n\n- Words.');
});

test('a quote stays in its line, and turns of direction do not leave the copy', () => {
  const { quotes, text } = hostile('T\u202e', 'One\n\n[x](y)\u202e two\u0007.');
  expect(quotes).toBe(`> One [x](y) two.\n\n— T, ${URL}`);
  expect(text).toBe(`T\n\nOne [x](y) two.\n\n${URL}`);
});

test('a story without a title is called by its address', () => {
  expect(hostile('', 'Words.').markdown).toMatch(/^\*\*\[https:\/\/news\.example\/s\]\(https:\/\/news\.example\/s\)\*\*/);
  expect(hostile('', 'Words.').text).toBe(`Words.\n\n${URL}`);
});

test('a sentence that stands twice is told apart by the words before it', () => {
  const article = { ...storyOf('T', [block('It rains.'), block('Later that day. It rains.')], 'en'), url: URL };
  const markdown = summaryAs('markdown', article, [{ text: 'It rains.', block: 1, start: 16, end: 25 }]);
  expect(markdown).toContain('#:~:text=Later%20that%20day.-,It%20rains.)');
});

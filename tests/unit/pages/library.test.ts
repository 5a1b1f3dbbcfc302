import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simplest } from '../../../components/condition-editor';
import { summaryAs } from '../../../core/summary/copy-summary';
import { formatRoute, parseRoute, routeTo, VIEWS } from '../../../entrypoints/library/route';
import { SORTS } from '../../../entrypoints/library/sort-facts';
import { decideSample } from '../../../entrypoints/welcome/decide-sample';
import { sampleFor } from '../../../entrypoints/welcome/sample';

test.each([
  ['', routeTo('people')],
  ['#rules', routeTo('rules')],
  ['#people?q=a%20b', { ...routeTo('people'), query: 'a b' }],
  ['#people%2F7', { ...routeTo('people'), item: '7' }],
  ['#/nonsense/7', { ...routeTo('people'), item: '7' }],
  ['#/%E0%A4%A', routeTo('people')],
  ['#/notes?only=lost&sort=name', { ...routeTo('notes'), only: 'lost', sort: 'name' }],
  ['#/notes?sort=nonsense', routeTo('notes')],
])('the address %s leads to %o', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

test('a route is read as it was written', () => {
  const anyText = fc.string({ unit: 'grapheme' }).filter((text) => !/[\ud800-\udfff]/u.test(text));
  const route = fc.record({
    view: fc.constantFrom(...VIEWS),
    item: fc.option(fc.uuid()),
    query: anyText,
    sort: fc.constantFrom(...SORTS),
    only: anyText,
  });
  fc.assert(
    fc.property(route, (one) => {
      expect(parseRoute(formatRoute(one))).toEqual(one);
    }),
  );
});

test('a group of one is saved as its condition, however deep; "none" stays', () => {
  expect(simplest({ kind: 'all', of: [{ kind: 'any', of: [{ kind: 'new' }] }] })).toEqual({ kind: 'new' });
  expect(simplest({ kind: 'none', of: [{ kind: 'new' }] })).toEqual({ kind: 'none', of: [{ kind: 'new' }] });
});

test('a copied summary is text, Markdown whose sentences link to their place, or quotes', () => {
  const { article } = sampleFor('en');
  const sentences = [{ text: 'Its roof_leaks [badly].', block: 0, start: 0, end: 23 }];
  expect(summaryAs('text', article, sentences)).toBe(`${article.title}\n\nIts roof_leaks [badly].\n\n${article.url}`);
  expect(summaryAs('markdown', article, sentences)).toContain(
    `- [Its roof\\_leaks \\[badly\\].](${article.url}#:~:text=Its%20roof_leaks%20%5Bbadly%5D.)`,
  );
  expect(summaryAs('quotes', article, sentences)).toBe(`> Its roof_leaks [badly].\n\n— ${article.title}, ${article.url}`);
});

test.each(['en', 'zh-CN', 'zh-TW'])('the welcome sample in %s: its word hides two comments and names the rule', (lang) => {
  const { thread, word } = sampleFor(lang);
  const treatments = decideSample(thread, [word], new Set([thread.comments[0]!.key]));
  expect(treatments.map((decision) => decision.treatment)).toEqual(['hide', 'show', 'hide', 'show', 'hide']);
  expect(treatments[2]!.because).toEqual([{ kind: 'rule', id: word, name: word }]);
  expect(treatments[2]!.spans.length).toBeGreaterThan(0);
  expect(decideSample(thread, [], new Set()).every((decision) => decision.treatment === 'show')).toBe(true);
});

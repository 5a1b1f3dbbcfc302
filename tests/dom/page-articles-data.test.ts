import { describe, expect, test } from 'vitest';
import { countText } from '../../core/page/article/count-text';
import { FEATURES } from '../../core/page/article/describe-blocks';
import { readLinkedData } from '../../core/page/article/read-linked-data';
import { parseTrees } from '../../core/page/article/trees';
import { ASKED, TREES } from '../../core/page/article/weights';

describe('weights', () => {
  test('every tree asks for a feature that descriptions have, and every path ends in a leaf', () => {
    const trees = parseTrees(ASKED, TREES, FEATURES);
    expect(trees.length).toBeGreaterThan(20);
    for (const { feature, yes, no, leaves } of trees) {
      const targets = [...yes, ...no];
      for (const column of feature) expect(FEATURES[column]).toBeDefined();
      for (const target of targets) expect(target < 0 ? leaves[-1 - target] : feature[target]).toBeDefined();
      // Each question but the first, and each leaf, hangs on exactly one answer.
      expect(new Set(targets).size).toBe(targets.length);
      expect(targets.length).toBe(feature.length - 1 + leaves.length);
    }
  });

  test('a feature that descriptions lack is named', () => {
    expect(() => parseTrees('tokens noSuchThing', '0>1?-1:-2 | 5 6', FEATURES)).toThrow('noSuchThing');
  });
});

describe('countText', () => {
  test.each([
    ['One, two: three.', { tokens: 3, commas: 1, stops: 1, upper: 1 }],
    ['It cost 3,500 euros!', { tokens: 5, commas: 1, stops: 1, digits: 4 }],
    ['今天下雨,明天晴。', { tokens: 7, commas: 1, stops: 1, cjk: 7 }],
    ['今天，下雨。', { tokens: 4, commas: 1, stops: 1, cjk: 4 }],
    ['ภาษาไทย', { tokens: 7, cjk: 7 }],
    ['한국어', { tokens: 1.5, letters: 3 }],
    ['', { tokens: 0, commas: 0, stops: 0, digits: 0, upper: 0, cjk: 0, letters: 0 }],
  ])('%s', (text, counts) => {
    expect(countText(text)).toMatchObject(counts);
  });
});

describe('readLinkedData', () => {
  test.each([
    [
      'a graph',
      '{"@graph":[{"@type":"WebPage","name":"x"},{"@type":"NewsArticle","headline":"A","author":[{"name":"B"},{"name":"C"}]}]}',
      { headline: 'A', author: 'B, C' },
    ],
    ['a list', '[{"@type":["Article","Thing"],"headline":"A","author":"B"}]', { headline: 'A', author: 'B' }],
    ['a full type name', '{"@type":"http://schema.org/BlogPosting","headline":"A"}', { headline: 'A' }],
    [
      'a main entity',
      '{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"A","datePublished":"2024-01-02"}}',
      { headline: 'A', datePublished: '2024-01-02' },
    ],
    ['line breaks within strings', '{"@type":"Article","headline":"A\nB"}', { headline: 'A B' }],
  ])('%s', (_, source, story) => {
    expect(readLinkedData([source])).toMatchObject(story);
  });

  test.each([
    ['{'],
    [''],
    ['null'],
    ['"Article"'],
    ['{"@type":"WebSite","name":"x"}'],
    ['[[[[]]]]'],
    [`${'['.repeat(20000)}${']'.repeat(20000)}`],
  ])('no story in %s', (source) => {
    expect(readLinkedData([source])).toBeNull();
  });
});

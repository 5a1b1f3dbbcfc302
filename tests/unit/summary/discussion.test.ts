import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Comment, Thread } from '../../../core/model/thread';
import { digestDiscussion, digestSteps } from '../../../core/summary/discussion';
import { commentOf } from '../../support/comment';
import { block, storyOf } from '../../support/story';

const NOW = Date.UTC(2024, 2, 20);
const NONE: ReadonlySet<string> = new Set();

function comment(key: string, text: string, more: Partial<Comment> & { readonly name?: string } = {}): Comment {
  const { name = `person ${key}`, ...rest } = more;
  return commentOf(key, name, text, rest);
}

function thread(comments: readonly Comment[], declared: number | null = null): Thread {
  return { key: 't', url: 'https://example.org/t', title: '', site: 'example.org', declared, comments, adapter: null, reader: null };
}

const digest = (comments: readonly Comment[], leftOut = NONE, picks?: number) =>
  digestDiscussion(thread(comments), { article: null, leftOut, now: NOW, ...(picks === undefined ? {} : { picks }) });

const TOPICS = [
  'the ferry costs too much money',
  'the old bridge is dangerous for children',
  'cyclists need their own lane here',
  'nobody asked the shops downtown',
];
const MANY = Array.from({ length: 60 }, (_, i) =>
  comment(`k${i}`, `I think ${TOPICS[i % 4]}, number ${i} of the ${'abcdefghij'[i % 10]} list`, { name: `p${i % 20}` }),
);

test('counts, people, depth and what the filters left out', () => {
  const list = [
    comment('a', 'The bridge should stay open for all of us', { name: 'Ann' }),
    comment('b', 'No, it should not stay open at all', { name: 'Bob', parentKey: 'a', depth: 1 }),
    comment('c', 'Why not, it has stood for a hundred years', { name: 'Ann', parentKey: 'b', depth: 2 }),
    comment('x', 'buy cheap watches', { name: 'Spam' }),
    comment('op', 'The story', { name: 'Opener', op: true }),
  ];
  const result = digest(list, new Set(['x']));
  expect(result).toMatchObject({ comments: 4, leftOut: 1, people: 2, maxDepth: 2, busiest: [{ name: 'Ann', count: 2 }] });
  expect(result.representative.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  expect(result.replyPairs).toContainEqual({ key: 'b', parentKey: 'a' });
  expect(JSON.stringify(result)).not.toMatch(/watches|Spam/);
});

test('representative comments: one of each topic, one of each author, word for word', () => {
  const result = digest(MANY, NONE, 4);
  const topics = result.representative.map(({ text }) => TOPICS.findIndex((topic) => text.includes(topic)));
  expect(new Set(topics)).toEqual(new Set([0, 1, 2, 3]));
  const authors = result.representative.map(({ key }) => MANY.find((one) => one.key === key)!.author.name);
  expect(new Set(authors).size).toBe(4);
  for (const { key, text } of result.representative) expect(MANY.find((one) => one.key === key)!.text).toContain(text);
});

test('five representatives, eight of a large discussion', () => {
  expect(digest(MANY).representative).toHaveLength(5);
  const large = Array.from({ length: 210 }, (_, i) => comment(`k${i}`, `${TOPICS[i % 3]} and more ${i % 17} words ${i % 29}`));
  expect(digest(large).representative).toHaveLength(8);
});

test('duplicates: exact ones whatever the spacing, near ones marked so', () => {
  const result = digest([
    comment('a', '支持老桥继续通行！'),
    comment('b', '支持老桥 继续通行。'),
    comment('c', 'This offer of ten cheap watches ends on Sunday evening, so order yours today'),
    comment('d', 'This offer of ten cheap watches ends on Sunday evening, so order yours now'),
    comment('e', 'Nothing like the others at all here'),
  ]);
  expect(result.duplicates).toEqual([
    { keys: ['a', 'b'], near: false },
    { keys: ['c', 'd'], near: true },
  ]);
});

test('most replied and most voted', () => {
  const result = digest([
    comment('a', 'first words', { score: 3 }),
    comment('b', 'second words', { parentKey: 'a', score: 12 }),
    comment('c', 'third words', { parentKey: 'a', score: -4 }),
    comment('d', 'fourth words', { parentKey: 'b', score: 0 }),
    comment('e', 'fifth words', { parentKey: 'gone' }),
  ]);
  expect(result.mostReplied).toEqual([{ key: 'a', count: 2 }]);
  expect(result.mostVoted).toEqual([
    { key: 'b', score: 12 },
    { key: 'a', score: 3 },
  ]);
});

test.each([
  [
    ['2024-03-01', '2024-03-01', '2024-03-03'],
    ['2024-03-01', '2024-03-02', '2024-03-03'],
    [2, 0, 1],
  ],
  [
    ['2024-03-01T10:15:00Z', '2024-03-01T10:50:00Z', '2024-03-01T12:00:00Z'],
    ['2024-03-01T10', '2024-03-01T11', '2024-03-01T12'],
    [2, 0, 1],
  ],
  [
    ['2024-03-01T23:15:00+08:00', '2024-03-01T23:20:00+08:00', '2024-03-02T00:01:00+08:00'],
    ['2024-03-01T23', '2024-03-02T00'],
    [2, 1],
  ],
  [['2024-03-01', '2024-03-02', '2099-01-01', 'soon'], null, null],
])('activity of %s', (dates, bins, counts) => {
  const { activity, span } = digest(dates.map((date, i) => comment(String(i), 'some words', { date })));
  expect(activity).toEqual(bins && { bins, counts });
  expect(span?.from).toBe(dates[0]);
});

test('a long time has few bins, and none is lost', () => {
  const list = Array.from({ length: 300 }, (_, i) =>
    comment(String(i), 'some words', { date: new Date(NOW - i * 86_400_000 * 5).toISOString() }),
  );
  const { activity } = digest(list);
  expect(activity!.bins.length).toBeLessThanOrEqual(48);
  expect(activity!.counts.reduce((a, b) => a + b)).toBe(300);
});

test('languages and distinctive terms', () => {
  const article = storyOf('', [block('The bridge stays open. '.repeat(9))], 'en');
  const list = Array.from({ length: 9 }, (_, i) => comment(String(i), `I would rather have the ferry than this bridge, number ${i}`));
  const result = digestDiscussion(thread([...list, comment('z', '我们还是喜欢这座老桥，因为很方便')]), {
    article,
    leftOut: NONE,
    now: NOW,
  });
  expect(result.langs).toEqual([
    { lang: 'en', count: 9 },
    { lang: 'zh-Hans', count: 1 },
  ]);
  expect(result.terms[0]).toBe('ferry');
  expect(result.terms).not.toContain('the');
});

test('an empty discussion', () => {
  expect(digest([])).toEqual({
    comments: 0,
    leftOut: 0,
    declared: null,
    people: 0,
    busiest: [],
    maxDepth: 0,
    activity: null,
    span: null,
    langs: [],
    duplicates: [],
    representative: [],
    mostReplied: [],
    mostVoted: [],
    terms: [],
    replyPairs: [],
  });
});

test('steps rise from 0 to 1 and end in the same digest; every key is one that was not left out', () => {
  const text = fc
    .array(fc.constantFrom('bridge', 'ferry', 'the', 'no', '桥', '很好', '！', '👍', 'open. '), { maxLength: 12 })
    .map((list) => list.join(' '));
  const some = fc.array(fc.tuple(text, fc.nat(4), fc.option(fc.nat(20)), fc.option(fc.integer())), { maxLength: 40 });
  fc.assert(
    fc.property(some, fc.nat(7), (rows, every) => {
      const list = rows.map(([words, name, parent, score], i) =>
        comment(`k${i}`, words, { name: name ? `p${name}` : '', parentKey: parent === null ? null : `k${parent}`, score }),
      );
      const leftOut = new Set(list.filter((_, i) => every > 0 && i % every === 0).map(({ key }) => key));
      const options = { article: null, leftOut, now: NOW };
      const steps = digestSteps(thread(list), options);
      let last = 0;
      let step = steps.next();
      while (!step.done) {
        expect(step.value).toBeGreaterThanOrEqual(last);
        expect(step.value).toBeLessThanOrEqual(1);
        last = step.value;
        step = steps.next();
      }
      expect(step.value).toEqual(digestDiscussion(thread(list), options));
      const keys = [...step.value.representative, ...step.value.mostReplied, ...step.value.mostVoted, ...step.value.replyPairs].map(
        ({ key }) => key,
      );
      for (const key of [...keys, ...step.value.duplicates.flatMap((group) => group.keys)]) expect(leftOut.has(key)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

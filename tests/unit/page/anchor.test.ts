import fc from 'fast-check';
import { expect, describe as suite, test } from 'vitest';
import { describe, resolve } from '../../../core/page/anchor';
import { anchorsAfterEdits } from '../../support/random-edits';

const ENGLISH =
  'The harbour council met on Monday. Nobody had read the annex, and nobody said so. The inspectors will publish what they find each spring. ' +
  'Two towns refused to sign, and the larger ports shrugged. Nobody had read the annex, and nobody said so, not even the clerk.';
const CHINESE =
  '港口委员会周一开会，没有人读过附件，也没有人承认。检查员每年春天公布结果。两个镇拒绝签字，大港口耸耸肩。没有人读过附件，书记也没有。';
const REPEATED = 'ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha';

suite('a described place is found again', () => {
  test.each([
    ['start of the text', ENGLISH, 0, 11],
    ['end of the text', ENGLISH, ENGLISH.length - 6, ENGLISH.length],
    ['one character', ENGLISH, 40, 41],
    ['a sentence that stands twice', ENGLISH, ENGLISH.lastIndexOf('Nobody'), ENGLISH.lastIndexOf('Nobody') + 27],
    ['the whole text', CHINESE, 0, CHINESE.length],
    ['Chinese words that stand twice', CHINESE, CHINESE.lastIndexOf('附件'), CHINESE.lastIndexOf('附件') + 2],
    ['in a text that repeats itself', REPEATED, 45, 50],
  ])('%s', (_name, text, start, end) => {
    expect(resolve(text, describe(text, start, end))).toEqual({ start, end });
  });

  test('any range of any text', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.constantFrom(ENGLISH, CHINESE, REPEATED));
    const ranges = texts.chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length - 1), fc.nat(text.length - 1)));
    fc.assert(
      fc.property(ranges, ([text, a, b]) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
        expect(resolve(text, describe(text, start, end))).toEqual({ start, end });
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['text put before it', (text: string) => `PREFACE. ${text}`, 'will publish what they find'],
  ['text taken away before it', (text: string) => text.slice(35), 'will publish what they find'],
  ['a word changed within it', (text: string) => text.replace('publish', 'print'), 'will print what they find'],
])('%s', (_name, edit, found) => {
  const at = ENGLISH.indexOf('will publish');
  const text = edit(ENGLISH);
  const place = resolve(text, describe(ENGLISH, at, at + 27));
  expect(place && text.slice(place.start, place.end)).toBe(found);
});

test.each([
  ['the quote is gone', ENGLISH.replace('The inspectors will publish what they find each spring. ', '')],
  ['another text altogether', CHINESE],
  ['nothing is left', ''],
])('an orphan when %s', (_name, text) => {
  const at = ENGLISH.indexOf('will publish');
  expect(resolve(text, describe(ENGLISH, at, at + 27))).toBeNull();
});

test('10,000 random edits: found or orphaned, never the wrong place', () => {
  const { right, wrong } = anchorsAfterEdits(10_000);
  expect(wrong).toEqual([]);
  // An anchor that gives up all the time would also make no mistake.
  expect(right).toBeGreaterThan(7000);
});

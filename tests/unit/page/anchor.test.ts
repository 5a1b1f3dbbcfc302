import fc from 'fast-check';
import { expect, describe as suite, test } from 'vitest';
import { describe, resolve } from '../../../core/page/anchor';

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

/** A text whose characters know where they came from, so that a place can be judged after edits. */
type Traced = readonly { readonly char: string; readonly from: number }[];
const trace = (text: string): Traced => [...text].map((char, from) => ({ char, from }));
const textOf = (traced: Traced) => traced.map(({ char }) => char).join('');

const VOCABULARY =
  'the a harbour town council read annex nobody said ship inspector spring each two ports sign vote clerk 港口 附件 没有 检查 春天 公布 小镇'.split(
    ' ',
  );
/** Lets `random()` (0 to 1) make a text of words that repeat a lot. */
function makeText(random: () => number): string {
  const words = Array.from({ length: 40 + Math.floor(random() * 80) }, () => VOCABULARY[Math.floor(random() * VOCABULARY.length)]!);
  return words.join(' ');
}
function edit(traced: Traced, random: () => number): Traced {
  const at = Math.floor(random() * traced.length);
  const length = Math.floor(random() * 30);
  const fresh = () => [...`${VOCABULARY[Math.floor(random() * VOCABULARY.length)]} `].map((char) => ({ char, from: -1 }));
  const kind = random();
  if (kind < 0.35) return [...traced.slice(0, at), ...fresh(), ...traced.slice(at)];
  if (kind < 0.65) return [...traced.slice(0, at), ...traced.slice(at + length)];
  if (kind < 0.85) return [...traced.slice(0, at), ...fresh(), ...traced.slice(at + length)];
  // A passage moves elsewhere.
  const rest = [...traced.slice(0, at), ...traced.slice(at + length)];
  const to = Math.floor(random() * rest.length);
  return [...rest.slice(0, to), ...traced.slice(at, at + length), ...rest.slice(to)];
}
/** A small generator with a seed: every run of the test is the same. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('10,000 random edits: found or orphaned, never the wrong place', () => {
  const counts = { right: 0, orphan: 0, wrong: 0 };
  const wrong: string[] = [];
  for (let seed = 1; seed <= 10_000; seed++) {
    const random = seeded(seed * 7919);
    const text = makeText(random);
    const start = Math.floor(random() * (text.length - 5));
    const end = Math.min(text.length, start + 3 + Math.floor(random() * 60));
    const selectors = describe(text, start, end);
    let traced = trace(text);
    for (let edits = 1 + Math.floor(random() * 4); edits > 0; edits--) traced = edit(traced, random);
    const place = resolve(textOf(traced), selectors);
    if (!place) {
      counts.orphan++;
      continue;
    }
    const found = traced.slice(place.start, place.end);
    const own = found.filter(({ from }) => from >= start && from < end).length;
    // Right: at least half of what is marked now is what was marked then.
    if (own * 2 >= found.length) counts.right++;
    else {
      counts.wrong++;
      wrong.push(`${seed}: "${selectors.exact}" → "${textOf(found)}"`);
    }
  }
  expect(wrong).toEqual([]);
  // An anchor that gives up all the time would also make no mistake.
  expect(counts.right).toBeGreaterThan(7000);
});

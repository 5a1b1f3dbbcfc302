import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWordIndex, type WordOptions } from '../../../core/rules/words';
import { fold, spanInOriginal } from '../../../core/text/fold';
import { cpu } from './make';

const variants = { 軟: '软', 體: '体', 發: '发', 髮: '发' };

/** The pieces of the text that matched, by start. */
function found(text: string, words: readonly string[], options: WordOptions = {}): string[] {
  const hits: [number, number][] = [];
  createWordIndex(words, options).scan(text, (_, start, end) => hits.push([start, end]));
  return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([start, end]) => text.slice(start, end));
}

test.each([
  ['Latin at word edges', 'class ass ASS, assess (ass) ass', ['ass'], {}, ['ass', 'ASS', 'ass', 'ass']],
  ['anywhere', 'class ass', ['ass'], { part: true }, ['ass', 'ass']],
  ['digits and marks are of the word', 'ass1 1ass ass\u0301 ass_ass', ['ass'], {}, ['ass', 'ass']],
  ['Cyrillic at word edges', 'мирный мир', ['мир'], {}, ['мир']],
  ['Han anywhere', '我加微信号', ['微信', '信号'], {}, ['微信', '信号']],
  ['one Han character', '垃圾垃', ['垃'], {}, ['垃', '垃']],
  ['Hangul with a particle', '스팸은 스팸', ['스팸'], {}, ['스팸', '스팸']],
  ['Thai', 'นี่คือสแปมนะ', ['สแปม'], {}, ['สแปม']],
  ['Latin beside Han', '买iPhone手机', ['iphone'], {}, ['iPhone']],
  ['Han and Latin', '加V信', ['加v信'], {}, ['加V信']],
  ['phrase', 'Buy  now\nbuy nowhere, buy\nnow', ['buy now'], {}, ['Buy  now', 'buy\nnow']],
  ['phrase of one letter and a word', 'a  buy a buyer', ['a buy'], {}, ['a  buy']],
  ['signs', 'C++ c+++ #tag +1', ['c++', '#tag', '+1'], {}, ['C++', 'c++', '#tag', '+1']],
  ['full width', 'ＳＰＡＭ！', ['spam'], {}, ['ＳＰＡＭ']],
  ['word in full width', 'spam!', ['ＳＰＡＭ'], {}, ['spam']],
  ['hidden', 'sp\u200bam', ['spam'], {}, ['sp\u200bam']],
  ['emoji', 'x 🤡🤡 y', ['🤡'], {}, ['🤡', '🤡']],
  ['emoji beside a word', '😀spam😀', ['spam'], {}, ['spam']],
  ['mathematical letters', '𝐬𝐩𝐚𝐦!', ['spam'], {}, ['𝐬𝐩𝐚𝐦']],
  ['expansion beside a word', 'spam…ham…', ['spam', 'ham'], {}, ['spam', 'ham']],
  ['dots in a word', 'wait… wait...', ['wait...'], {}, ['wait…', 'wait...']],
  ['traditional', '軟體和软体', ['软体'], { variants }, ['軟體', '软体']],
  ['look-alikes', 'ѕраm 5pam spam', ['spam'], { lookalikes: true }, ['ѕраm', '5pam', 'spam']],
  ['look-alikes only when asked for', 'ѕраm', ['spam'], {}, []],
  ['spaced', '加 微 信 spam', ['加微信', 'spam'], { spaced: true }, ['加 微 信', 'spam']],
  ['spaced only when asked for', '加 微 信', ['加微信'], {}, []],
  ['overlapping', 'aaaa', ['aa'], { part: true }, ['aa', 'aa', 'aa']],
  ['nothing', '', ['spam', '', ' '], {}, []],
  ['four-byte Han', '𠮷野家', ['𠮷', '野家'], {}, ['𠮷', '野家']],
  ['decomposed', 'cafe\u0301', ['café'], {}, ['cafe\u0301']],
] as [string, string, string[], WordOptions, string[]][])('%s', (_, text, words, options, pieces) => {
  expect(found(text, words, options)).toEqual(pieces);
});

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const NO_EDGES =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\u30fc]/u;
const edge = (char: string | undefined) => char !== undefined && LETTER.test(char) && !NO_EDGES.test(char);

/** The slow way, on folded text: `word:start:end` of all occurrences. */
function naive(text: string, words: readonly string[], options: WordOptions): Set<string> {
  const folded = fold(text, options);
  const hits = new Set<string>();
  words.forEach((one, w) => {
    const word = fold(one, options).text.trim();
    if (word === '') return;
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1)) {
      const end = at + word.length;
      if (!options.part && ((edge(word[0]) && edge(folded.text[at - 1])) || (edge(word.at(-1)) && edge(folded.text[end])))) continue;
      const span = spanInOriginal(folded.map, at, end);
      hits.add(`${w}:${span.start}:${span.end}`);
    }
  });
  return hits;
}

describe('properties', () => {
  const piece = fc.constantFrom(
    ...'aabbc  \n软軟体體。，.1Ａｂé\u0301\u200b…',
    'ab',
    'abc',
    'spam',
    '软体',
    '😀',
    '❤️',
    '\ufe0f',
    '𝐚',
    '𠮷',
    'ß',
    'ｶﾞ',
    '스',
  );
  const text = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
  const word = fc.array(piece, { minLength: 1, maxLength: 6 }).map((all) => all.join(''));
  const options = fc.record({
    part: fc.boolean(),
    lookalikes: fc.boolean(),
    spaced: fc.boolean(),
    variants: fc.constantFrom(undefined, variants),
  });

  test('finds what the naive loop finds, no more and no less', () => {
    fc.assert(
      fc.property(text, fc.array(word, { maxLength: 12 }), options, (on, words, how) => {
        const hits = new Set<string>();
        createWordIndex(words, how).scan(on, (w, start, end) => hits.add(`${w}:${start}:${end}`));
        expect([...hits].sort()).toEqual([...naive(on, words, how)].sort());
      }),
      { numRuns: 1500 },
    );
  }, 60_000);

  test('each span folds to its word', () => {
    fc.assert(
      fc.property(text, fc.array(word, { maxLength: 8 }), options, (on, words, how) => {
        createWordIndex(words, how).scan(on, (w, start, end) => {
          // A span holds whole characters: an expansion may bring more than the word (`…` for `.`).
          expect(fold(on.slice(start, end), how).text).toContain(fold(words[w]!, how).text.trim());
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('an index used before finds what a fresh one finds', () => {
    const words = ['ab', '软体', 'a b', 'spam', '.'];
    const used = createWordIndex(words);
    const hitsOf = (index: ReturnType<typeof createWordIndex>, on: string) => {
      const hits: string[] = [];
      index.scan(on, (w, start, end) => hits.push(`${w}:${start}:${end}`));
      return hits;
    };
    fc.assert(
      fc.property(text, (on) => {
        expect(hitsOf(used, on)).toEqual(hitsOf(createWordIndex(words), on));
      }),
    );
  });
});

test.each<[string, number, string[], string]>([
  ['all of one letter', 200, Array.from({ length: 200 }, (_, i) => 'a'.repeat(i + 1)), 'a'.repeat(5000)],
  ['all with one beginning', 0, Array.from({ length: 5000 }, (_, i) => `spam ${i}`), 'spam '.repeat(4000)],
  ['all with one end', 0, Array.from({ length: 5000 }, (_, i) => `${i} zzzz`), 'zzzz '.repeat(4000)],
])('a hostile list costs no more than its longest word a place: %s', (_, known, words, text) => {
  const index = createWordIndex(words, { part: true });
  const start = cpu();
  const hit = new Set<number>();
  let hits = 0;
  index.scan(text, (word) => {
    hits++;
    hit.add(word);
  });
  expect(hit.size).toBe(known); // each word that is there, though not each place
  expect(hits).toBeLessThan(10_000);
  expect(cpu() - start).toBeLessThan(3000);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFolder, fold, spanInOriginal } from '../../../core/text/fold';
import { disguises, matchingName } from '../../../core/text/fold-names';

const variants = { 軟: '软', 體: '体', 發: '发', 髮: '发' };

test.each([
  ['case', 'SpAm', {}, 'spam'],
  ['case beyond ASCII', 'ΣΊΣΥΦΟΣ МИР Straße İ', {}, 'σίσυφοσ мир strasse i̇'],
  ['width', 'ＳＰＡＭ　１２３', {}, 'spam 123'],
  ['half-width kana with voicing', 'ｶﾞｷﾞ', {}, 'ガギ'],
  ['ligature', 'ﬁne ㈱ ½', {}, 'fine (株) 1⁄2'],
  ['mathematical letters', '𝐬𝐩𝐚𝐦 𝕊𝕡', {}, 'spam sp'],
  ['circled and squared', 'ⓢⓟⓐⓜ 🄰', {}, 'spam a'],
  ['zero-width', 's\u200bp\u200da\ufeffm\u00ad', {}, 'spam'],
  ['direction marks', '\u202espam\u202c\u2066', {}, 'spam'],
  ['control characters', 'sp\u0000a\u0007m', {}, 'spam'],
  ['white space', 'a \t\n\u3000b\u00a0c', {}, 'a b c'],
  ['hidden between spaces', 'a \u200b b', {}, 'a b'],
  ['decomposed', 'cafe\u0301 Ệ', {}, 'café ệ'],
  ['a mark after something hidden', 'e\u200b\u0301', {}, 'é'],
  ['marks in another order', 'a\u0323\u0302 a\u0302\u0323', {}, 'ậ ậ'],
  ['jamo', '\u1112\u1161\u11ab', {}, '한'],
  ['emoji keep their parts', '👍🏽 👩‍👩‍👧 ❤️', {}, '👍🏽 👩👩👧 ❤'],
  ['four-byte Han', '𠮷野家', {}, '𠮷野家'],
  ['Kangxi radical', '⼈', {}, '人'],
  ['lone surrogates stay', 'a\ud800b\udc00', {}, 'a\ud800b\udc00'],
  ['a mark without a base', '\u0301a', {}, '\u0301a'],
  ['traditional', '軟體發髮', { variants }, '软体发发'],
  ['traditional left alone without a table', '軟體', {}, '軟體'],
  ['a table is not an object to be asked for anything', 'constructor', { variants }, 'constructor'],
  ['look-alikes', 'ѕраm СПАМ Ѕ', { lookalikes: true }, 'spam cпam s'],
  ['digits', '5p4m V1AGR4', { lookalikes: true }, 'spam vlagra'],
  ['accents', 'Spám fück', { lookalikes: true }, 'spam fuck'],
  ['Japanese voicing is no accent', 'ガ', { lookalikes: true }, 'ガ'],
  ['spaced', '加 微\u3000信 abc d', { spaced: true }, '加微信 abc d'],
  ['spaced keeps the space beside Latin', '加 v 信', { spaced: true }, '加 v 信'],
  ['spaced four-byte', '𠮷 野', { spaced: true }, '𠮷野'],
])('%s', (_, text, options, expected) => {
  const folded = fold(text, options);
  expect(folded.text).toBe(expected);
  if (folded.map) expect(folded.map.length).toBe(expected.length + 1);
});

test('texts that fold one to one carry no map', () => {
  for (const text of ['Hello, World', '你好，世界', 'Привет']) expect(fold(text).map).toBeNull();
});

test('a text of more than 65,535 units has a wide map', () => {
  const text = `${'a\u200b'.repeat(40_000)}Z`;
  const { text: folded, map } = fold(text);
  expect(folded).toBe(`${'a'.repeat(40_000)}z`);
  expect(map).toBeInstanceOf(Uint32Array);
  expect(spanInOriginal(map, 40_000, 40_001)).toEqual({ start: 80_000, end: 80_001 });
});

test('the longest unfolding finds room', () => {
  expect(fold('\ufdfa'.repeat(50)).text).toBe('صلى الله عليه وسلم'.repeat(50));
});

test.each([
  ['zero-width inside', 'xx s\u200bpam yy', 'spam', 's\u200bpam'],
  ['ligature in part', 'oﬃce', 'fi', 'ﬃ'],
  ['after a decomposed letter', 'cafe\u0301 spam', 'spam', 'spam'],
  ['the decomposed letter', 'cafe\u0301!', 'é', 'e\u0301'],
  ['astral', '😀𝐬𝐩😀', 'sp', '𝐬𝐩'],
  ['several spaces', 'buy \n now', 'buy now', 'buy \n now'],
])('span: %s', (_, text, word, piece) => {
  const folded = fold(text);
  const at = folded.text.indexOf(word);
  const { start, end } = spanInOriginal(folded.map, at, at + word.length);
  expect(text.slice(start, end)).toBe(piece);
});

describe('properties', () => {
  // Everything that makes folding hard, beside any character at all.
  const tricky = fc.constantFrom(
    ...'aB ｃ軟发ßςİﬁ½㈱가ᄒ한ガｶﾞеο0\u0301\u0323\u200b\u200d\ufe0f\n\u3000\u1160…',
    '😀',
    '𝐬',
    '𠮷',
    '\ud800',
    'ᆫ',
    '\u0345',
  );
  const text = fc
    .array(fc.oneof(tricky, fc.string({ unit: 'grapheme', maxLength: 1 }), fc.string({ unit: 'binary', maxLength: 1 })))
    .map((all) => all.join(''));
  const options = fc.record({ lookalikes: fc.boolean(), spaced: fc.boolean(), variants: fc.constantFrom(undefined, variants) });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(text, options, (one, how) => {
        const once = fold(one, how).text;
        expect(fold(once, how).text).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('a voicing mark behind white space stays behind it', () => {
    for (const text of ['ｶ\nﾞ', 'は \u309a', 'か \u3099 か']) {
      const once = fold(text, { spaced: true }).text;
      expect(once).toContain(' ');
      expect(fold(once, { spaced: true }).text).toBe(once);
    }
  });

  test('each unit has an origin, in order, within the text', () => {
    fc.assert(
      fc.property(text, options, (one, how) => {
        const { text: folded, map } = fold(one, how);
        if (!map) {
          expect(folded.length).toBe(one.length);
          return;
        }
        expect(map[folded.length]).toBe(one.length);
        for (let i = 0; i < folded.length; i++) expect(map[i]! <= map[i + 1]! && map[i]! < one.length).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('a folder used before gives what a fresh one gives', () => {
    const used = createFolder();
    fc.assert(
      fc.property(text, (one) => {
        const fresh = createFolder();
        const size = used.run(one);
        expect(size).toBe(fresh.run(one));
        expect([...used.units.subarray(0, size)]).toEqual([...fresh.units.subarray(0, size)]);
        expect(used.mapped).toBe(fresh.mapped);
      }),
    );
  });

  test('without marks, text folds as NFKC and lower case do', () => {
    const plain = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(fc.property(plain, (one) => fold(one).text === one.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')));
  });
});

test.each([
  ['Ann', 'ann'],
  [' ＡＮＮ ', 'ann'],
  ['a\u200bn\u2060n', 'ann'],
  ['ann  lee', 'ann lee'],
  ['軟體', '軟體'],
  ['Café', 'café'],
  ['аnn', 'аnn'],
  ['__proto__', '__proto__'],
])('matchingName(%j) = %j', (name, key) => {
  expect(matchingName(name)).toBe(key);
});

test.each([
  ['Ann', []],
  ['小明', []],
  ['Иван', []],
  ['Ann 🧑‍🚀', []],
  ['❤️ rose', []],
  ['a\u200bnn', ['hidden']],
  ['ann\u202egnp', ['direction']],
  ['аnn', ['mixed']],
  ['Βob', ['mixed']],
  ['Ａdmin', ['width']],
  ['𝐚dmin', ['width']],
  ['Ann\u3164', ['hidden']],
  ['Иван Smith', []],
  ['田中（ann）', []],
])('disguises(%j) = %j', (name, found) => {
  expect(disguises(name)).toEqual(found);
});

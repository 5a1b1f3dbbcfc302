import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentSentences, words } from '../../../core/text/segment';

const cut = (text: string, lang: string | null) => segmentSentences(text, lang).map(({ start, end }) => text.slice(start, end));

test.each<[string, string, string[]]>([
  [
    'en',
    'Mr. Smith met Dr. J. K. Rowe in the U.S. on Jan. 5. It rained.',
    ['Mr. Smith met Dr. J. K. Rowe in the U.S. on Jan. 5.', 'It rained.'],
  ],
  ['en', 'He lives in the U.S. The end.', ['He lives in the U.S.', 'The end.']],
  ['en', 'They said no. He left.', ['They said no.', 'He left.']],
  ['en', 'See No. 5 on page p. 12. Then stop.', ['See No. 5 on page p. 12.', 'Then stop.']],
  ['en', 'Version 3.5 of example.com is out! Is it? (Yes.)', ['Version 3.5 of example.com is out!', 'Is it?', '(Yes.)']],
  ['en', '“Go home. Now,” she said. “Why?” he asked.', ['“Go home. Now,” she said.', '“Why?” he asked.']],
  ['en', 'He said: "It works. Really!" Then he left... and came back.', ['He said: "It works. Really!"', 'Then he left... and came back.']],
  ['en', 'one line\ntwo lines', ['one line', 'two lines']],
  ['zh', '他说：“我来了。你呢？”然后走了。', ['他说：“我来了。你呢？”', '然后走了。']],
  ['zh', '“税率下调。”张三表示。今天很热！是吗？', ['“税率下调。”张三表示。', '今天很热！', '是吗？']],
  ['zh', '巧克力……仿佛走入。版本3.5发布了。', ['巧克力……仿佛走入。', '版本3.5发布了。']],
  ['zh', '「行了。走吧。」他說。好。', ['「行了。走吧。」他說。', '好。']],
  ['ja', '彼は「行く。すぐに。」と言った。そして去った。', ['彼は「行く。すぐに。」と言った。', 'そして去った。']],
  [
    'de',
    'Am 3. Mai kam er z.B. nach Hause. Das war 2020. Danach nichts.',
    ['Am 3. Mai kam er z.B. nach Hause.', 'Das war 2020.', 'Danach nichts.'],
  ],
  [
    'de',
    'Er sagte: ‚Es ist furchtbar.‘ Ich sagte: ‚Ja.‘ Dann ging er.',
    ['Er sagte: ‚Es ist furchtbar.‘', 'Ich sagte: ‚Ja.‘', 'Dann ging er.'],
  ],
  ['de', 'Sie sagte: ›Es regnet.‹ Er ging. ›Bleib!‹', ['Sie sagte: ›Es regnet.‹', 'Er ging.', '›Bleib!‹']],
  ['en', 'He left. ‘It rains,’ she said.', ['He left.', '‘It rains,’ she said.']],
  ['fr', '« Je pars. Demain », dit-il. M. Dupont est là.', ['« Je pars. Demain », dit-il.', 'M. Dupont est là.']],
  ['sv', '”Jag går. Nu”, sa han. Det var allt.', ['”Jag går. Nu”, sa han.', 'Det var allt.']],
  ['hi', 'यह एक वाक्य है। यह दूसरा है।', ['यह एक वाक्य है।', 'यह दूसरा है।']],
  ['ar', 'هذا سؤال؟ نعم. وهذا جواب.', ['هذا سؤال؟', 'نعم.', 'وهذا جواب.']],
  ['el', 'Τι είναι; Αυτό είναι.', ['Τι είναι;', 'Αυτό είναι.']],
  ['am', 'ይህ አንድ ነው። ይህ ሁለት ነው።', ['ይህ አንድ ነው።', 'ይህ ሁለት ነው።']],
])('%s: %s', (lang, text, expected) => {
  expect(cut(text, lang)).toEqual(expected);
});

test('an unclosed or very long quotation does not swallow the rest', () => {
  expect(cut('他说：“我来了。然后走了。他没有回头。', 'zh')).toHaveLength(3);
  expect(cut(`“${'A long sentence goes on and on here. '.repeat(20)}” she said.`, 'en').length).toBeGreaterThan(10);
});

test('Thai is cut at spaces once it is long', () => {
  const text = 'ประโยคนี้ค่อนข้างยาวและไม่มีจุดจบ '.repeat(12).trim();
  expect(cut(text, 'th').length).toBeGreaterThan(2);
});

test('every letter lies in exactly one range, in order, without surrounding space', () => {
  const piece = fc.constantFrom(
    'Mr.',
    'a',
    'B',
    '.',
    '!',
    '。',
    '“',
    '”',
    '"',
    ' ',
    '\n',
    '«',
    '»',
    '3',
    '我',
    '？',
    '…',
    '(',
    ')',
    'U.S.',
    '」',
    '「',
    '說',
    'ก',
    '。”',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom('en', 'zh', 'de', 'el', 'th', null), (pieces, lang) => {
      const text = pieces.join('');
      const ranges = segmentSentences(text, lang);
      let at = 0;
      for (const { start, end } of ranges) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
  );
});

test.each([
  ['Two words, 3 numbers!', 'en', ['Two', 'words', '3', 'numbers']],
  ['今天天气', 'zh-Hans', ['今天', '天气']],
  ['still words', 'not a tag', ['still', 'words']],
])('words of %s', (text, lang, expected) => {
  expect(words(text, lang)).toEqual(expected);
});

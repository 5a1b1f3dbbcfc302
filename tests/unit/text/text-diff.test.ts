import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffText } from '../../../core/text/text-diff';

const shown = (before: string, after: string): string =>
  diffText(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'out' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

describe('what changed, word by word', () => {
  test.each([
    ['', '', ''],
    ['same', 'same', 'same'],
    ['', 'new', '[+new+]'],
    ['old', '', '[-old-]'],
    ['the roof leaks badly', 'the roof leaks a little', 'the roof leaks [-badly-][+a little+]'],
    ['一二三四', '一三四五', '一[-二-]三四[+五+]'],
    ['I said no.', 'I said no. Edit: yes.', 'I said no.[+ Edit: yes.+]'],
    ['用iPhone拍的', '用相机拍的', '用[-iPhone-][+相机+]拍的'],
  ])('%j → %j', (before, after, wanted) => {
    expect(shown(before, after)).toBe(wanted);
  });

  test('nothing is lost of either text', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'word', ' ', '\n', '字', '説', '。', '👩‍👩‍👧', "don't"), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        const parts = diffText(before, after);
        const join = (without: string) => parts.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');
        expect(join('in')).toBe(before);
        expect(join('out')).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });

  test('texts with nothing in common come whole, in good time', () => {
    const [a, b] = ['ab '.repeat(3000), 'cd\n'.repeat(3000)];
    expect(diffText(a, b).map(({ kind }) => kind)).toEqual(['out', 'in']);
  });
});

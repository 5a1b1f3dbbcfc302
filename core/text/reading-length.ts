/** How long a text is: words, or characters where the script has no spaces to count words by. */
export interface TextLength {
  readonly length: number;
  readonly unit: 'words' | 'characters';
}

// Common reading speeds for screen text: 230 words a minute, 400 Chinese or Japanese characters a minute.
const WORDS_A_MINUTE = 230;
const CHARACTERS_A_MINUTE = 400;
/** A Thai, Lao, Khmer or Burmese word has about this many letters. */
const LETTERS_A_WORD = 4.5;

const isSpace = (code: number) => code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b);
const isCjk = (code: number) =>
  (code >= 0x3400 && code < 0xa000) ||
  (code >= 0x3040 && code < 0x3100) ||
  (code >= 0xf900 && code < 0xfb00) ||
  (code >= 0xd840 && code <= 0xd87f);
const isSpaceless = (code: number) =>
  (code >= 0xe00 && code < 0xf00) || (code >= 0x1000 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800);

function countPart(text: string, sum: { words: number; cjk: number; spaceless: number }): void {
  let { words, cjk, spaceless } = sum;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      const letter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
      if (letter) {
        if (!inWord) words++;
        inWord = true;
      } else if (isSpace(code) || (code !== 0x27 && code !== 0x2d && code !== 0x2e && code !== 0x2c)) inWord = false;
      continue;
    }
    if (isCjk(code)) {
      cjk++;
      inWord = false;
    } else if (isSpaceless(code)) {
      spaceless++;
      inWord = false;
    } else if (
      isSpace(code) ||
      (code >= 0x2000 && code < 0x2c00 && code !== 0x2019) ||
      (code >= 0xd800 && code < 0xe000) ||
      (code >= 0x3000 && code < 0x3040) ||
      code >= 0xff00
    )
      inWord = false;
    else if (code >= 0xc0 && !inWord) {
      words++;
      inWord = true;
    }
  }
  Object.assign(sum, { words, cjk, spaceless });
}

/**
 * Counts the length of a text, or of several together, in one pass: characters where most of it is Chinese or Japanese (a Latin word counts as one),
 * otherwise words (a CJK character counts as one; Thai, Lao, Khmer and Burmese words are estimated). Punctuation counts for nothing.
 */
export function countLength(text: string | readonly string[]): TextLength {
  const sum = { words: 0, cjk: 0, spaceless: 0 };
  for (const part of typeof text === 'string' ? [text] : text) countPart(part, sum);
  const words = sum.words + Math.round(sum.spaceless / LETTERS_A_WORD);
  return sum.cjk > words ? { length: sum.cjk + words, unit: 'characters' } : { length: words + sum.cjk, unit: 'words' };
}

/** Whole minutes to read a text of that length, at least 1. */
export function readingMinutes(size: TextLength): number {
  return Math.max(1, Math.round(size.length / (size.unit === 'words' ? WORDS_A_MINUTE : CHARACTERS_A_MINUTE)));
}

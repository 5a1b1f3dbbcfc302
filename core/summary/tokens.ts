const GAP = 0;
const LETTER = 1;
/** Scripts that are read by pairs of characters: no spaces, or (Hangul) endings glued to short words. */
const PAIRED = 2;

const isAsciiWord = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

function kindOf(code: number): number {
  if (code < 0x80) return isAsciiWord(code) ? LETTER : GAP;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba ? LETTER : GAP;
  if (code < 0xe00)
    return code === 0xd7 ||
      code === 0xf7 ||
      code === 0x60c ||
      code === 0x61b ||
      code === 0x61f ||
      code === 0x6d4 ||
      code === 0x964 ||
      code === 0x965
      ? GAP
      : LETTER;
  if (code < 0xf00 || (code >= 0x1000 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800)) return PAIRED;
  if ((code >= 0x2000 && code < 0x2c00) || (code >= 0x2e00 && code < 0x3040)) return GAP;
  if (code < 0x3040) return LETTER;
  if (code < 0xd7b0 || (code >= 0xf900 && code < 0xfb00)) return code === 0x30fb ? GAP : PAIRED;
  if (code >= 0xff00 && code < 0xff66) return isAsciiWord(code - 0xfee0) ? LETTER : GAP;
  return code >= 0xfe10 && code < 0xfe70 ? GAP : LETTER;
}

/** A word's first letters stand for all its forms: enough to tell words apart, few enough to drop most endings. */
const STEM_UNITS = 6;
const GRAM = 4;

/**
 * Numbers the terms of texts, so that they can be counted in arrays: lower-cased words cut to their first six letters, and
 * pairs of neighbouring characters in CJK, Hangul, Thai, Lao, Khmer and Burmese (a lone one by itself). The same term has the same number for as long as the vocabulary lives.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  readonly terms: string[] = [];

  #word(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.terms.length;
      this.#numbers.set(word, number);
      this.terms.push(word);
    }
    return number;
  }

  #pair(text: string, at: number, width: number): number {
    const key = text.charCodeAt(at) * 65536 + (width === 2 ? text.charCodeAt(at + 1) : 0);
    let number = this.#pairs.get(key);
    if (number === undefined) {
      number = this.terms.length;
      this.#pairs.set(key, number);
      this.terms.push(text.slice(at, at + width));
    }
    return number;
  }

  #grams(word: string, out: number[]): void {
    for (let k = 0; k + GRAM <= word.length; k++) out.push(this.#word(`#${word.slice(k, k + GRAM)}`));
  }

  /**
   * The numbers of the terms of `text` from `start` to `end`, in order, repeats included. With `grams`, every four letters of a
   * longer word are terms too, so that "legalise" and "illegal" share some: for texts too short to repeat each other's words.
   */
  read(text: string, start = 0, end = text.length, grams = false): number[] {
    const out: number[] = [];
    let i = start;
    while (i < end) {
      const kind = kindOf(text.charCodeAt(i));
      if (kind === GAP) {
        i++;
        continue;
      }
      let j = i + 1;
      while (j < end && kindOf(text.charCodeAt(j)) === kind) j++;
      if (kind === LETTER) {
        out.push(this.#word(text.slice(i, Math.min(j, i + STEM_UNITS)).toLowerCase()));
        if (grams && j - i >= GRAM) this.#grams(text.slice(i, j).toLowerCase(), out);
      } else if (j === i + 1) out.push(this.#pair(text, i, 1));
      else for (let k = i; k + 1 < j; k++) out.push(this.#pair(text, k, 2));
      i = j;
    }
    return out;
  }
}

/** How many words a range holds; a character of CJK, Hangul or a script without spaces counts as one. */
export function countUnits(text: string, start = 0, end = text.length): number {
  let count = 0;
  let previous = GAP;
  for (let i = start; i < end; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === PAIRED || (kind === LETTER && previous !== LETTER)) count++;
    previous = kind;
  }
  return count;
}

/** What a block's characters add up to. */
export interface Counted {
  /** Words; a Chinese, Japanese or Thai character counts one, a Korean syllable half of one. */
  readonly tokens: number;
  readonly commas: number;
  /** Marks that end a sentence. */
  readonly stops: number;
  readonly digits: number;
  readonly upper: number;
  readonly cjk: number;
  readonly letters: number;
}

/** One pass over the characters of a block: no regular expression, since every block of a page comes through here. */
export function countText(text: string): Counted {
  let words = 0;
  let commas = 0;
  let stops = 0;
  let digits = 0;
  let upper = 0;
  let cjk = 0;
  let letters = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x2e80 || (c >= 0xe00 && c < 0x1100)) {
      inWord = false;
      if (c === 0xff0c || c === 0x3001) commas++;
      else if (c === 0x3002 || c === 0xff01 || c === 0xff1f) stops++;
      else if (c >= 0xac00 && c < 0xd7b0) {
        cjk += 0.5;
        letters++;
      } else if (c >= 0x3040 || c < 0x1100) cjk++;
    } else if (c <= 0x40) {
      if (c >= 0x30 && c <= 0x39) {
        digits++;
        if (!inWord) words++;
        inWord = true;
        continue;
      }
      if (c === 0x2c) commas++;
      else if ((c === 0x2e && inWord) || c === 0x21 || c === 0x3f) stops++;
      if (c !== 0x27) inWord = false;
    } else if (c < 0x5b || c > 0x60) {
      letters++;
      if (c <= 0x5a || (c >= 0xc0 && c <= 0xde) || (c >= 0x410 && c <= 0x42f)) upper++;
      if (!inWord) words++;
      inWord = true;
    }
  }
  return { tokens: words + cjk, commas, stops, digits, upper, cjk, letters };
}

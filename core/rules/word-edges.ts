const LETTER = /[\p{L}\p{N}\p{M}]/u;
const EDGELESS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\u30fc]/u;
const seen = new Uint8Array(0x10000); // 0 not asked yet, 1 no, 2 yes

/**
 * True for units of scripts that set words apart by spaces: a word that begins or ends with such a unit matches only where the neighbour is none.
 * Han, kana, Hangul (its particles follow without a space), Thai and their like have no edges, nor do signs and surrogates.
 */
export function hasEdge(unit: number): boolean {
  if (seen[unit] === 0) {
    const char = String.fromCharCode(unit);
    seen[unit] = LETTER.test(char) && !EDGELESS.test(char) ? 2 : 1;
  }
  return seen[unit] === 2;
}

const OFTEN_FIRST = 'etaoinsrhldcumfpgwybvkxjqz'; // letters of English text, the frequent first
const BLANK = 32;

/** The piece of a word that is looked for: `size` units (1, 2 or 4) that end `back` units after the word's first. */
export interface Gram {
  readonly size: 1 | 2 | 4;
  readonly back: number;
}

/** How rare a unit is; other scripts are rarer than any Latin letter because they have more of them. */
function rarity(unit: number): number {
  const place = OFTEN_FIRST.indexOf(String.fromCharCode(unit));
  return place < 0 ? OFTEN_FIRST.length : place;
}

/** Picks the rarest four units of a folded word, two of a short one. Never with or behind a blank: texts may have several where the word has one. */
export function pickGram(word: string): Gram {
  const blank = word.indexOf(' ');
  const length = blank < 0 ? word.length : blank;
  const size = length >= 4 ? 4 : length >= 2 ? 2 : 1;
  let best = size - 1;
  let most = -1;
  for (let last = size - 1; last < length; last++) {
    let sum = 0;
    for (let k = 0; k < size; k++) {
      const unit = word.charCodeAt(last - k);
      sum += unit === BLANK ? 0 : rarity(unit);
    }
    if (sum > most) {
      most = sum;
      best = last;
    }
  }
  return { size, back: best };
}

/** The gear of a unit: 32 mixed bits, never 0. */
export function gearOf(unit: number): number {
  let h = Math.imul(unit + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | (1 << 30);
}

/** Rolls a unit into the hash: all 32 bits are of the last four units, the low 16 of the last two, the low 8 of the last. */
export const roll = (hash: number, gear: number): number => ((hash << 8) + gear) | 0;

/** Key of a gram by its size; `hash` after its last unit. */
export function gramKey(size: 1 | 2 | 4, hash: number, unit: number): number {
  if (size === 4) return hash;
  return Math.imul(size === 2 ? (hash & 0xffff) | 0x10000 : unit | 0x20000, 0x9e3779b1);
}

import { hasEdge } from './word-edges';

/**
 * Class bits of a gear: a letter of a script with word edges, a unit of which two in a row are looked at, or neither (a sign that ends a run).
 * The lowest bit is set for what the loop over runs of letters takes, the next for what belongs to an anchor. No gear has neither.
 */
export const LETTER = 3;
export const DENSE = 2;
export const SIGN = 1;

/** 32 mixed bits of a unit; the lowest two are the class. Never 0. */
export function gearOf(unit: number, kind: number): number {
  let h = Math.imul(unit + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) & ~3) | (1 << 30) | kind;
}

/** What stands at the end of a run of letters, whatever it is. */
export const END = gearOf(0, SIGN);

/** Adds a gear to what came before: the run of letters so far, or the one dense unit before. */
export const roll = (before: number, gear: number): number => ((before << 5) + gear) | 0;

/** The key of a hash: all bits mixed. */
export function keyOf(hash: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The piece of a word that is looked for: its hash, and how many units of the word stand before its last one. */
export interface Anchor {
  readonly hash: number;
  readonly back: number;
  /** One dense unit alone: there is no hash of it. */
  readonly isSingle: boolean;
}

const ENOUGH = 4; // letters: a run of fewer is worth less than two Han characters

/**
 * Picks the anchor of a folded word: a whole run of letters or two dense units in a row. Not behind a blank, for texts may have several
 * where the word has one. With `part` every unit is dense, since a run in the text may be longer than the word's.
 */
export function pickAnchor(word: string, part: boolean): Anchor {
  const blank = word.indexOf(' ');
  const length = blank < 0 ? word.length : Math.max(blank, 1);
  const isLetter = (i: number): boolean => !part && i < word.length && hasEdge(word.charCodeAt(i));
  let pair: Anchor | null = null;
  let run: Anchor | null = null;
  let runLength = 0;
  for (let i = 0; i < length; i++) {
    if (isLetter(i)) {
      const first = i;
      let hash = 0;
      for (; isLetter(i); i++) hash = roll(hash, gearOf(word.charCodeAt(i), LETTER));
      i--;
      if (i + 1 - first > runLength) {
        runLength = i + 1 - first;
        run = { hash: roll(hash, END), back: i, isSingle: false };
      }
    } else if (!pair && i + 1 < length && !isLetter(i + 1)) {
      const hash = roll(gearOf(word.charCodeAt(i), DENSE), gearOf(word.charCodeAt(i + 1), DENSE));
      pair = { hash, back: i + 1, isSingle: false };
    }
  }
  if (run && (runLength >= ENOUGH || !pair)) return run;
  return pair ?? { hash: 0, back: 0, isSingle: true };
}

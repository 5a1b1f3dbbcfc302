import { type Folder, fold, spanInOriginal } from '../text/fold';
import { dropHidden } from '../text/fold-chars';
import { DENSE, END, gearOf, keyOf, LETTER, roll, SIGN } from './grams';
import { hasEdge } from './word-edges';
import type { WordTable } from './words';

export type Report = (word: number, start: number, end: number) => void;

const MOST_HITS = 1000; // in a text: beyond them only words that have not been hit yet are reported; a hostile list could make millions
const BLANK = 32;
const NO_UNIT = 0; // in no word, and no letter
const UNTOLD = -1;
// The nature of a character that no table can fold:
const IDLE = 1; // an emoji, an ellipsis: it ends a word and stands in none
const HIDDEN = 2;
const FOLDS = 3; // with its neighbours, or to something that words contain
// Kept inlined by V8 whatever kinds of strings come, see core/text/fold-folder; so the scanner is a class: its methods exist once.
const { charCodeAt } = String.prototype;

/**
 * Finds the words of a table in texts. A text is read as it stands, one lookup a character. Only where characters fold together with others,
 * or to something that words contain, the text is folded first and read again.
 */
export class WordScanner {
  private readonly folder: Folder;
  private readonly mask: number;
  private readonly isPart: boolean;
  /** Character → gear of what it folds to; 0: not met yet, or to be looked at each time. */
  private readonly gears = new Int32Array(0x10000);
  /** Word number, start, end of each hit in the text at hand. */
  private readonly hits: number[] = [];
  /** Sorted place → the reading in which the word was hit last. */
  private readonly lastHit: Uint32Array;
  private readonly natures = new Map<number, number>();
  private reading = 0;
  private isFolded = false;
  /** Where `pass` stopped: the hash of the run of letters before it, and the gear of the dense unit before it; 0 if there is none. */
  private run = 0;
  private dense = 0;

  constructor(private readonly table: WordTable) {
    this.folder = table.folder;
    this.mask = table.slots.length - 1;
    this.isPart = table.options.part === true;
    this.lastHit = new Uint32Array(table.numbers.length);
  }

  /** Reports each occurrence, with offsets into `text`. */
  scan(text: string, report: Report): void {
    const { hits } = this;
    if (this.table.numbers.length === 0) return;
    let map: ArrayLike<number> | null = null;
    this.isFolded = false;
    if (!this.read(text)) {
      const folded = fold(text, this.table.options);
      this.isFolded = true;
      this.read(folded.text);
      if (hits.length > 0) map = folded.map;
    }
    for (let k = 0; k < hits.length; k += 3) {
      const { start, end } = spanInOriginal(map, hits[k + 1]!, hits[k + 2]!);
      report(hits[k]!, start, end);
    }
  }

  /** Reads a text; false if it must be folded first. */
  private read(text: string): boolean {
    const { gears } = this;
    if (this.hits.length > 0) this.hits.length = 0; // setting it costs as much as reading a hundred characters
    this.reading++;
    this.run = 0;
    this.dense = 0;
    for (let i = this.passRuns(text, 0); i < text.length; i = this.dense === 0 ? this.passRuns(text, i) : this.passDense(text, i)) {
      const code = charCodeAt.call(text, i);
      let gear = gears[code]!;
      if (gear === 0) {
        if (!this.isFolded) {
          this.learn(code);
          if (gears[code] !== 0) continue;
        }
        const unit = this.isFolded ? code : this.folder.plain(code);
        if (unit === null) {
          const point = text.codePointAt(i)!;
          const nature = this.natureOf(point);
          // What is hidden behind a sign or space changes nothing; within a word or at its end it does.
          if (nature === FOLDS || (nature === HIDDEN && (this.run !== 0 || this.dense !== 0))) return false;
          if (!this.endRun(text, i)) return false;
          this.dense = 0;
          i += point > 0xffff ? 2 : 1;
          continue;
        }
        gear = gearOf(unit, this.kindOf(unit));
        if (this.table.singles.has(unit) && !this.look(this.table.singles.get(unit)!, text, i)) return false;
      }
      const kind = gear & LETTER;
      if (kind === LETTER) this.run = roll(this.run, gear);
      // A run of letters may end at a dense unit too; the loop stops at each such place.
      else if (!this.endRun(text, i)) return false;
      if (kind === DENSE && this.dense !== 0 && !this.look(keyOf(roll(this.dense, gear)), text, i)) return false;
      this.dense = kind === DENSE ? gear : 0;
      i++;
    }
    return this.endRun(text, text.length);
  }

  /** Looks for words with the run of letters that ended before `end`. */
  private endRun(text: string, end: number): boolean {
    const { run } = this;
    this.run = 0;
    return run === 0 || this.look(keyOf(roll(run, END)), text, end - 1);
  }

  /**
   * The next place at or after `from` where a run of letters that is an anchor may end, or whose character is neither letter nor sign; the length
   * if there is none. What stands there has not been added yet. This loop and the next call nothing and have one branch: they are nearly the whole cost.
   */
  private passRuns(text: string, from: number): number {
    const { gears } = this;
    const { filter, shift } = this.table;
    const { length } = text;
    let { run } = this;
    let i = from;
    for (; i < length; i++) {
      const gear = gears[charCodeAt.call(text, i)]!;
      const h = ((run << 5) + gear) | 0;
      const bit = h >>> shift;
      if (((((filter[bit >>> 5]! >>> bit) & ~(gear >>> 1)) | ~gear) & 1) !== 0) break;
      run = h & ((gear << 30) >> 31);
    }
    this.run = run;
    if (i > from) this.dense = 0;
    return i;
  }

  /** The same for two dense units in a row; it stops at letters. Asked only where no run of letters is open. */
  private passDense(text: string, from: number): number {
    const { gears } = this;
    const { filter, shift } = this.table;
    const { length } = text;
    let { dense } = this;
    let i = from;
    for (; i < length; i++) {
      const gear = gears[charCodeAt.call(text, i)]!;
      const bit = ((dense << 5) + gear) >>> shift;
      if (((((filter[bit >>> 5]! >>> bit) & (gear >>> 1)) | ~((gear + 1) >>> 1)) & 1) !== 0) break;
      dense = gear & ((gear << 30) >> 31);
    }
    this.dense = dense;
    return i;
  }

  /** Class of a folded unit here. */
  private kindOf(unit: number): number {
    if (this.isPart) return DENSE;
    if (hasEdge(unit)) return LETTER;
    return this.table.dense.has(unit) ? DENSE : SIGN;
  }

  private learn(code: number): void {
    const unit = this.folder.plain(code);
    if (unit === null) {
      if ((code & 0xf800) !== 0xd800 && this.natureOf(code) === IDLE) this.gears[code] = END;
    } else if (!this.table.singles.has(unit)) {
      const kind = this.kindOf(unit);
      this.gears[code] = kind === SIGN ? END : gearOf(unit, kind);
    }
  }

  /** What a character is that no table can fold: IDLE if it folds to something that ends a word and stands in none. */
  private natureOf(point: number): number {
    let nature = this.natures.get(point);
    if (nature === undefined) {
      const char = String.fromCodePoint(point);
      const folded = this.folder.expand(char) ?? '';
      nature = folded === '' ? FOLDS : IDLE;
      for (let k = 0; k < folded.length; k++) {
        const unit = folded.charCodeAt(k);
        if (unit === BLANK || this.table.alphabet.has(unit) || hasEdge(unit)) nature = FOLDS;
      }
      if (dropHidden(char) === '') nature = HIDDEN;
      this.natures.set(point, nature);
    }
    return nature;
  }

  /** The folded unit at a place; NO_UNIT for what no word contains, UNTOLD if the text must be folded to tell. */
  private unitAt(text: string, at: number): number {
    const code = charCodeAt.call(text, at);
    if (this.isFolded) return code;
    const unit = this.folder.table[code]!;
    if (unit > BLANK) return unit;
    const plain = this.folder.plain(code);
    if (plain !== null) return plain;
    const isLow = (code & 0xfc00) === 0xdc00 && at > 0;
    return this.natureOf(text.codePointAt(isLow ? at - 1 : at)!) === IDLE ? NO_UNIT : UNTOLD;
  }

  /** Adds the words whose anchor has this key and ends at `last`. False if the text must be folded to tell. */
  private look(key: number, text: string, last: number): boolean {
    const { slots, keys, backs, store, offsets } = this.table;
    let slot = key & this.mask;
    for (let entry = slots[slot]!; entry !== 0; slot = (slot + 1) & this.mask, entry = slots[slot]!) {
      const group = entry - 1;
      const start = last - backs[group]!;
      if (keys[group] !== key || start < 0) continue;
      if (!this.isPart && start > 0 && hasEdge(store[offsets[group]!]!) && this.isLetter(text, start - 1)) continue;
      if (!this.compare(group, text, start)) return false;
    }
    return true;
  }

  /** Whether a letter stands at a place that has been read: what takes folding to tell was none, or the reading had ended there. */
  private isLetter(text: string, at: number): boolean {
    const unit = this.unitAt(text, at);
    return unit !== UNTOLD && hasEdge(unit);
  }

  /** Adds the words of a group that stand at `start`. False if white space runs on there. */
  private compare(group: number, text: string, start: number): boolean {
    const { groupEnd, store, offsets, numbers } = this.table;
    const { length } = text;
    let low = group;
    let high = groupEnd[group]!;
    let before = NO_UNIT;
    for (let depth = 0; ; depth++) {
      const at = start + depth;
      const unit = at < length ? this.unitAt(text, at) : NO_UNIT;
      while (low < high && offsets[low + 1]! - offsets[low]! === depth) {
        if (
          (this.isPart || !hasEdge(before) || unit === UNTOLD || !hasEdge(unit)) &&
          (this.hits.length < MOST_HITS * 3 || this.lastHit[low] !== this.reading)
        ) {
          this.lastHit[low] = this.reading;
          this.hits.push(numbers[low]!, start, at);
        }
        low++;
      }
      if (low >= high || at >= length) return true;
      if (unit === UNTOLD || (unit === BLANK && before === BLANK)) return false;
      if (high - low === 1) {
        if (store[offsets[low]! + depth] !== unit) return true;
      } else {
        low = this.bound(low, high, depth, unit);
        high = this.bound(low, high, depth, unit + 1);
      }
      before = unit;
    }
  }

  /** First word in [low, high) whose unit at `depth` is at least `unit`; all of them share what comes before and are longer than `depth`. */
  private bound(low: number, high: number, depth: number, unit: number): number {
    const { store, offsets } = this.table;
    let a = low;
    let b = high;
    while (a < b) {
      const middle = (a + b) >>> 1;
      if (store[offsets[middle]! + depth]! < unit) a = middle + 1;
      else b = middle;
    }
    return a;
  }
}

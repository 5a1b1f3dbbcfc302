import type { DateOptions } from '../dates';
import type { Steps } from '../steps';
import type { Survey } from '../survey';
import type { Cues, Scan } from './cues';
import { countOf, PROSE, readWords, WORD } from './read-words';

/** Longest text node that can be a cue: header lines of real posts stay under it, prose mostly not. */
const CUE_LENGTH = 120;

/** Short texts remembered from pass to pass: what pages say around comments, on each of them and whenever they grow. */
const LONGEST_KNOWN = 48;
const MOST_KNOWN = 4000;
const read = new Map<string, number>();

/** Texts read in one step. */
const STEP = 256;

/** Reads all surveyed texts once; what the short ones say is added to `cues` and `write`, headings over threads and numbers of comments are returned. */
export function* scanTexts(
  { words, owner, tags }: Survey,
  options: DateOptions,
  cues: Cues,
  write: number[],
): Steps<Pick<Scan, 'headed' | 'declared'>> {
  const headed: number[] = [];
  const declared: { at: number; count: number }[] = [];
  let labelled = -2; // the first text has none before it
  const readNode = (k: number) => {
    const data = words[k]!;
    const i = owner[k]!;
    if (data.length > 40 && tags[i] !== 'A' && PROSE.test(data)) cues.prose.push(i);
    if (data.length > CUE_LENGTH && data.trim().length > CUE_LENGTH) return;
    const value = data.trim();
    let flags = read.get(value);
    if (flags === undefined) {
      flags = readWords(value, options);
      if (value.length < LONGEST_KNOWN) {
        if (read.size >= MOST_KNOWN) read.clear();
        read.set(value, flags);
      }
    }
    if (flags === 0) return;
    if (flags & WORD.floor) cues.floor.push(i);
    if (flags & WORD.reply) cues.reply.push(i);
    // Who has no account has no link and often no element, but is called something.
    if (flags & WORD.guest) cues.author.push(i);
    if (flags & WORD.control) cues.control.push(i);
    if (flags & WORD.more) cues.more.push(i);
    if (flags & WORD.headed) headed.push(i);
    if (flags & WORD.counted) {
      cues.counted.push(i);
      if (value.length < 90) declared.push({ at: i, count: countOf(value) });
    }
    if (flags & WORD.nobody) declared.push({ at: i, count: 0 });
    if (flags & WORD.byline) cues.byline.push(i);
    if (flags & WORD.price) cues.price.push(i);
    if (flags & WORD.says) cues.says.push(i);
    if (flags & WORD.write) write.push(i);
    if (flags & WORD.edited) cues.edited.push(i);
    if (flags & WORD.label) {
      // "Posts: 17" holds its value; only a bare "Joined:" is followed by it.
      if (/\d/.test(value)) cues.joined.push(i);
      else labelled = k;
      return;
    }
    if (labelled === k - 1 && value.length < 30 && flags & WORD.dated) cues.joined.push(i);
    else if (flags & WORD.date) cues.date.push(i);
  };
  for (let k = 0; k < words.length; k++) {
    readNode(k);
    if (k % STEP === STEP - 1) yield;
  }
  headed.sort((a, b) => a - b);
  declared.sort((a, b) => a.at - b.at);
  return { headed, declared };
}

import { wordSegments } from '../text/segment';
import { isStopWord } from '../text/stop-words';
import { findRepeats } from './repeats';

/** Texts are read up to this many code units: terms that matter recur early, and a word pass is the dearest step. */
const READ_UNITS = 6000;
/** The same where a segmenter must be asked. */
const READ_UNITS_PAIRED = 2000;
/** Scripts without spaces between words need a segmenter. */
const PAIRED = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
/** Chinese characters, and the kana among them. */
const HAN = /[\u3400-\u9fff]/;
const HAN_RUN = /[\u3040-\u30ff\u3400-\u9fff]+/g;
const WORD = /\p{L}[\p{L}\p{N}\p{M}'’-]*/gu;
const MIN_UNITS = 3;

/** A term as it is written, and how often it occurs. */
export interface TermCount {
  term: string;
  count: number;
}

function isTerm(word: string, lang: string | null): boolean {
  if (isStopWord(word, lang)) return false;
  if (!PAIRED.test(word)) return word.length >= MIN_UNITS && /\p{L}/u.test(word);
  return word.length >= 2 && !/^[\u3040-\u309f]+$/.test(word) && !/\d/.test(word);
}

/** Calls `visit` for every word that can be a term, in order: the number of its text, its lower-cased form, the form as written. */
function visitTerms(texts: readonly string[], lang: string | null, visit: (text: number, key: string, written: string) => void): void {
  const read = (text: number, word: string) => {
    const written = word.replace(/['’]s$/, '');
    const key = written.toLowerCase();
    if (isTerm(key, lang)) visit(text, key, written);
  };
  // One pass over all texts that need the segmenter: starting it costs more than a short text.
  const joined: string[] = [];
  const origin: number[] = [];
  for (const [i, text] of texts.entries())
    if (PAIRED.test(text)) {
      joined.push(text);
      origin.push(i);
    } else for (const word of text.match(WORD) ?? []) read(i, word);
  if (joined.length === 0) return;
  let at = 0;
  let end = joined[0]!.length;
  for (const { segment, index, isWordLike } of wordSegments(joined.join('\n'), lang)) {
    while (index > end) {
      at++;
      end += 1 + joined[at]!.length;
    }
    if (isWordLike && segment.length > 1) read(origin[at]!, segment);
  }
}

function add(counts: Map<string, TermCount>, key: string, written: string): void {
  const known = counts.get(key);
  if (!known) counts.set(key, { term: written, count: 1 });
  else {
    known.count++;
    // The form without a capital wins: a capital may only be the start of a sentence.
    if (written === key) known.term = key;
  }
}

/** The first of the texts, as many as are worth reading for terms. */
function headOf(texts: readonly string[]): string[] {
  let units = 0;
  return texts.filter((text) => {
    units += text.length;
    return units - text.length < (PAIRED.test(text) ? READ_UNITS_PAIRED : READ_UNITS);
  });
}

/** Counts the words of texts that can be terms, by their lower-cased form; about the first 6,000 code units of them all (2,000 of CJK). */
export function countTerms(texts: readonly string[], lang: string | null): Map<string, TermCount> {
  const counts = new Map<string, TermCount>();
  visitTerms(headOf(texts), lang, (_, key, written) => add(counts, key, written));
  return counts;
}

/** Counts in how many of the texts each term occurs, into `counts`. */
export function countTexts(texts: readonly string[], lang: string | null, counts: Map<string, TermCount>): void {
  const seen = new Map<string, number>();
  visitTerms(texts, lang, (text, key, written) => {
    if (seen.get(key) === text) return;
    seen.set(key, text);
    add(counts, key, written);
  });
}

/** The best of scored terms, leaving out a term that is a part or another ending of a better one. */
export function bestTerms(scored: { readonly key: string; readonly term: string; readonly score: number }[], limit: number): string[] {
  const sorted = [...scored].sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const out: { key: string; term: string }[] = [];
  for (const one of sorted) {
    if (out.length >= limit) break;
    if (!out.some(({ key }) => key.includes(one.key) || one.key.startsWith(key))) out.push(one);
  }
  return out.map(({ term }) => term);
}

const weightOf = (key: string, capital: boolean) => (capital ? 1.5 : 1) * Math.log2(2 + key.length * (PAIRED.test(key) ? 2.5 : 1));

/** The terms that a story is about, most telling first: those it repeats, and those of its title that it uses. */
export function keyTerms(texts: readonly string[], title: string, lang: string | null, limit: number): string[] {
  const scored: { term: string; key: string; score: number }[] = [];
  const head = headOf(texts);
  const titled = new Set<string>();
  const counts = new Map<string, TermCount>();
  const han = HAN.test(head.join(''));
  const spaced = han ? [title, ...head].map((text) => text.replace(HAN_RUN, ' ')) : [title, ...head];
  visitTerms(spaced, lang, (text, key, written) => {
    if (text === 0) titled.add(key);
    else add(counts, key, written);
  });
  if (han)
    for (const [key, count] of findRepeats(head.join('\n'), title)) {
      if (isStopWord(key, lang)) continue;
      counts.set(key, { term: key, count });
      if (title.includes(key)) titled.add(key);
    }
  for (const [key, { term, count }] of counts) {
    if (count < 2 && !titled.has(key)) continue;
    // Long words and names tell more than short ones.
    scored.push({ term, key, score: count * weightOf(key, term !== key) * (titled.has(key) ? 2 : 1) });
  }
  return bestTerms(scored, limit);
}

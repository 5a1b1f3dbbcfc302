import { words } from '../text/segment';
import { isStopWord } from '../text/stop-words';

/** Texts are read up to this many code units: terms that matter recur early, and a word pass is the dearest step. */
const READ_UNITS = 6000;
const PAIRED = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const WORD = /\p{L}[\p{L}\p{N}\p{M}'’-]*/gu;

/** A term as it is written most often, and how often it occurs. */
export interface TermCount {
  readonly term: string;
  readonly count: number;
}

const MIN_UNITS = 3;

function wordsOf(text: string, lang: string | null): string[] {
  if (PAIRED.test(text)) return words(text, lang);
  return text.match(WORD) ?? [];
}

/** A name of several words ("Tower Bridge", 张三丰) is worth more than its words; one-letter and all-digit words are worth nothing. */
function isTerm(word: string, lang: string | null): boolean {
  if (!/\p{L}/u.test(word) || isStopWord(word, lang)) return false;
  return PAIRED.test(word) ? word.length >= 2 && !/^[\u3040-\u309f]+$/.test(word) : word.length >= MIN_UNITS;
}

/** Counts the words of texts that can be terms, by their lower-cased form; the way a term is written is that of its first occurrence within a sentence. */
export function countTerms(texts: Iterable<string>, lang: string | null, limit = READ_UNITS): Map<string, TermCount> {
  const out = new Map<string, TermCount>();
  let read = 0;
  for (const text of texts) {
    if (read > limit) break;
    read += text.length;
    for (const word of wordsOf(text, lang)) {
      const key = word.toLowerCase().replace(/['’]s$/, '');
      if (!isTerm(key, lang)) continue;
      const known = out.get(key);
      const written = word.replace(/['’]s$/, '');
      // The form without a capital wins: a capital may only be the start of a sentence.
      if (known) out.set(key, { term: written === key ? key : known.term, count: known.count + 1 });
      else out.set(key, { term: written, count: 1 });
    }
  }
  return out;
}

/** The terms that a story is about, most telling first: those it repeats, and those of its title that it uses. */
export function keyTerms(texts: readonly string[], title: string, lang: string | null, limit: number): string[] {
  const counts = countTerms(texts, lang);
  const titled = new Set([...countTerms([title], lang).keys()]);
  const scored: { term: string; key: string; score: number }[] = [];
  for (const [key, { term, count }] of counts) {
    if (count < 2 && !titled.has(key)) continue;
    // Long words and names tell more than short ones.
    const weight = (term === key ? 1 : 1.5) * Math.log2(2 + key.length * (PAIRED.test(key) ? 2.5 : 1));
    scored.push({ term, key, score: count * weight * (titled.has(key) ? 2 : 1) });
  }
  scored.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const out: { term: string; key: string }[] = [];
  for (const one of scored) {
    if (out.length >= limit) break;
    if (!out.some(({ key }) => key.includes(one.key) || one.key.startsWith(key))) out.push(one);
  }
  return out.map(({ term }) => term);
}

import type { Comment, Thread } from '../../core/model/thread';

const MOST = 3;
const SHORTEST_LATIN = 4;
const SHORTEST_CJK = 2;
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

function wordsOf(text: string, segmenter: Intl.Segmenter): Set<string> {
  const words = new Set<string>();
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike || /^\p{N}+$/u.test(segment)) continue;
    if (segment.length >= (CJK.test(segment) ? SHORTEST_CJK : SHORTEST_LATIN)) words.add(segment.toLowerCase());
  }
  return words;
}

/** Words that set a comment apart from its thread, at most three, the most telling first: those that few other comments hold, longer ones first among equals. */
export function tellingWords(comment: Comment, thread: Thread | null): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  const holders = new Map<string, number>();
  for (const word of wordsOf(comment.text, segmenter)) holders.set(word, 0);
  for (const other of thread?.comments ?? []) {
    for (const word of wordsOf(other.text, segmenter)) if (holders.has(word)) holders.set(word, holders.get(word)! + 1);
  }
  return [...holders]
    .sort(([a, m], [b, n]) => m - n || b.length - a.length)
    .slice(0, MOST)
    .map(([word]) => word);
}

import { segmentSentences } from '../text/segment';
import { withoutLinks } from './without-links';

// Bounded: a hostile answer of nothing but opening marks is read in one pass. Single marks count only where no letter is joined to them.
const QUOTES =
  /“([^“”]{1,2000})[”“]|„([^“”„]{1,2000})[“”]|”([^”“]{1,2000})”|«([^«»]{1,2000})»|»([^«»]{1,2000})[«»]|‹([^‹›]{1,2000})›|「([^「」]{1,2000})」|『([^『』]{1,2000})』|["＂]([^"＂]{1,2000})["＂]|(?<![\p{L}\p{N}])[‘‚]([^‘]{1,2000}?)[’‘](?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'((?:[^']|(?<=\p{L})'(?=\p{L})){1,2000}?)'(?![\p{L}\p{N}])/gu;
/** An opening quote that never closes quotes the rest of the sentence. */
const OPEN_ONLY = /[“„«「『"＂]([^“„«「『"＂”»」』]+)$/u;

/** Letters and digits only: quotation may change punctuation and case, not words. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const spaced = (text: string) => ` ${plain(text)} `;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]/;

function stands(quote: string, source: string): boolean {
  const words = plain(quote);
  if (words === '') return true;
  return UNSPACED.test(words) ? source.replaceAll(' ', '').includes(words.replaceAll(' ', '')) : source.includes(` ${words} `);
}

/**
 * Leaves out of a generated text every sentence that quotes what the source does not say (word for word; case and punctuation may
 * differ), and takes links out of the rest. Sentences without quotation marks stay. `dropped` holds what was left out.
 */
export function checkQuotes(
  generated: string,
  source: string,
  lang: string | null,
): { readonly text: string; readonly dropped: readonly string[] } {
  const haystack = spaced(source);
  const kept: string[] = [];
  const dropped: string[] = [];
  // Before the sentences are told apart: a link may run over the end of one.
  const unlinked = withoutLinks(generated);
  for (const { start, end } of segmentSentences(unlinked, lang)) {
    const sentence = unlinked.slice(start, end);
    const quotes = [...sentence.matchAll(QUOTES)].map((match) => match.slice(1).find((group) => group !== undefined) ?? '');
    const open = OPEN_ONLY.exec(sentence.replace(QUOTES, ' '))?.[1];
    if (open !== undefined) quotes.push(open);
    if (quotes.every((quote) => stands(quote, haystack))) kept.push(sentence.trim());
    else dropped.push(sentence);
  }
  return { text: kept.join(lang !== null && /^(?:zh|ja)/.test(lang) ? '' : ' '), dropped };
}

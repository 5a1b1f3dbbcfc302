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

/** What was checked of a generated text: the sentences that stay, and those left out. */
interface Checked {
  readonly text: string;
  readonly dropped: readonly string[];
}

/** Marks that may open a quotation; a single one only where no letter stands before it. */
const ANY_MARK = /[“”„«»‹›「」『』"＂]|(?<![\p{L}\p{N}])[‘‚']/u;

/**
 * Gives a check that leaves out of a generated text every sentence that quotes what the source does not say (word for word; case and
 * punctuation may differ), and takes links out of the rest. Sentences without quotation marks stay. `dropped` holds what was left out.
 * A text that is not `finished` ends before its first quotation that is still open, and before a last sentence that may become one: no
 * word of a quotation is given before it was found in the source.
 */
export function createQuoteCheck(source: string, lang: string | null): (generated: string, finished: boolean) => Checked {
  let haystack: string | null = null;
  return (generated, finished) => {
    const kept: string[] = [];
    const dropped: string[] = [];
    // Before the sentences are told apart: a link may run over the end of one.
    const unlinked = withoutLinks(generated);
    const sentences = segmentSentences(unlinked, lang);
    for (const [at, { start, end }] of sentences.entries()) {
      const sentence = unlinked.slice(start, end);
      const quotes = [...sentence.matchAll(QUOTES)].map((match) => match.slice(1).find((group) => group !== undefined) ?? '');
      const open = OPEN_ONLY.exec(sentence.replace(QUOTES, ' '))?.[1];
      if (!finished && (open !== undefined || (at === sentences.length - 1 && ANY_MARK.test(sentence)))) break;
      if (open !== undefined) quotes.push(open);
      if (quotes.length > 0) haystack ??= spaced(source);
      if (quotes.every((quote) => stands(quote, haystack ?? ''))) kept.push(sentence.trim());
      else dropped.push(sentence);
    }
    return { text: kept.join(lang !== null && /^(?:zh|ja)/.test(lang) ? '' : ' '), dropped };
  };
}

/** The same check for a whole text. */
export const checkQuotes = (generated: string, source: string, lang: string | null): Checked =>
  createQuoteCheck(source, lang)(generated, true);

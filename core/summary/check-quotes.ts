import { segmentSentences } from '../text/segment';

const QUOTES = /“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」|『([^』]+)』|"([^"]+)"/gu;
/** An opening quote that never closes quotes the rest of the sentence. */
const OPEN_ONLY = /[“„«「『"]([^”“»」』"]+)$/u;
const LINK = /\bhttps?:\/\/\S+|\bwww\.\S+|\[([^\]]*)\]\([^)]*\)/giu;

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
  for (const { start, end } of segmentSentences(generated, lang)) {
    const sentence = generated.slice(start, end);
    const quotes = [...sentence.matchAll(QUOTES)].map((match) => match.slice(1).find((group) => group !== undefined) ?? '');
    const open = OPEN_ONLY.exec(sentence.replace(QUOTES, ' '))?.[1];
    if (open !== undefined) quotes.push(open);
    if (quotes.every((quote) => stands(quote, haystack)))
      kept.push(
        sentence
          .replace(LINK, '$1')
          .replace(/ {2,}/g, ' ')
          .replace(/ (?=[.,;:!?])/g, '')
          .trim(),
      );
    else dropped.push(sentence);
  }
  return { text: kept.join(lang !== null && /^(?:zh|ja)/.test(lang) ? '' : ' '), dropped };
}

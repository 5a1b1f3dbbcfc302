import { checkQuotes, createQuoteCheck } from '../summary/check-quotes';
import type { EngineRequest, EngineResult } from '../summary/model';
import { withoutLinks } from '../summary/without-links';
import { withoutUnseen } from '../text/unseen';

/** What models that think aloud put before the answer; it may never be closed. */
const THINKING = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi;
/** Marks of lists, headings and emphasis at the beginning of a line or around words. */
const LINE_MARK = /^[ \t]*(?:#{1,6}|[-*+•]|>)[ \t]+/gm;
const EMPHASIS = /\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`+/g;
/** No script puts so many marks on a letter: such towers run over the lines around them. */
const TOWER = /(\p{M}{8})\p{M}+/gu;

/** Generated text without thinking, links, marks and unseen characters. Quotations are not checked. */
function plainText(generated: string): string {
  return withoutLinks(withoutUnseen(generated.replace(THINKING, '').replace(/[\u2028\u2029]/g, '\n')))
    .replace(TOWER, '$1')
    .replace(LINE_MARK, '')
    .replace(EMPHASIS, '')
    .trim();
}

/** A growing text is looked at again when it is longer by this share: each look costs its whole length. */
const GROWTH = 1 / 50;

/**
 * Hands on what may be shown of an answer while it grows: plain text as `plainAnswer` gives it, in which nothing is quoted that was not
 * found in the source. Takes the answer so far.
 */
export function showGrowing({ source, title, lang }: EngineRequest, onText: (text: string) => void): (generated: string) => void {
  const check = createQuoteCheck(`${title}\n${source}`, lang);
  let looked = 0;
  return (generated) => {
    if (generated.length < looked * (1 + GROWTH)) return;
    looked = generated.length;
    onText(check(plainText(generated), false).text);
  };
}

/**
 * What an engine gives for a finished answer: plain text without links, without sentences whose quotations the source does not have.
 * `unreadable` if there is no text, `misquoted` if none of it is left.
 */
export function plainAnswer(
  generated: string,
  { source, title, lang }: EngineRequest,
  from: { readonly sent: number; readonly host: string | null },
): EngineResult {
  const { text, dropped } = checkQuotes(plainText(generated), `${title}\n${source}`, lang);
  if (text === '') return { ok: false, problem: dropped.length > 0 ? 'misquoted' : 'unreadable', status: null };
  return { ok: true, text, dropped: dropped.length, ...from };
}

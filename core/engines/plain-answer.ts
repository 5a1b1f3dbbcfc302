import { checkQuotes } from '../summary/check-quotes';
import type { EngineRequest, EngineResult } from '../summary/model';

/** What models that think aloud put before the answer; it may never be closed. */
const THINKING = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi;
/** Marks of lists, headings and emphasis at the beginning of a line or around words. */
const LINE_MARK = /^[ \t]*(?:#{1,6}|[-*+•]|>)[ \t]+/gm;
const EMPHASIS = /\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`+/g;
/** Control characters and those that turn the direction of text. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Generated text as it may be shown while it grows: no thinking, no marks, no unseen characters. Quotations are not checked yet. */
export function plainText(generated: string): string {
  return generated.replace(THINKING, '').replace(UNSEEN, '').replace(LINE_MARK, '').replace(EMPHASIS, '').trim();
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

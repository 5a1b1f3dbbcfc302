import { CONTEXT } from './anchor';
import { findQuote } from './find-quote';
import { letterAt, lettersBefore, lettersOf, rangeOfLetters, readLetters } from './letters';

/** The DOM range of `start`–`end` of a text that was read from `elements`; null when it is no longer there. Elements may hold more than the text (quotes, controls). */
export function rangeOfText(elements: readonly Element[], text: string, start: number, end: number): Range | null {
  const letters = readLetters(elements);
  const exact = lettersOf(text.slice(start, end));
  const before = lettersOf(text.slice(0, start));
  const found = findQuote(letters.text, exact, before.slice(-CONTEXT), lettersOf(text.slice(end)).slice(0, CONTEXT), before.length);
  return found && rangeOfLetters(letters, found.at, found.at + exact.length);
}

/** Where a DOM range lies in the text that was read from `elements`; null when it is empty or not part of that text. */
export function textOfRange(
  elements: readonly Element[],
  text: string,
  range: Range,
): { readonly start: number; readonly end: number } | null {
  const letters = readLetters(elements);
  const from = lettersBefore(letters, range.startContainer, range.startOffset);
  const to = lettersBefore(letters, range.endContainer, range.endOffset);
  if (to <= from) return null;
  const all = lettersOf(text);
  const context = [letters.text.slice(Math.max(0, from - CONTEXT), from), letters.text.slice(to, to + CONTEXT)] as const;
  const found = findQuote(all, letters.text.slice(from, to), context[0], context[1], from);
  if (!found) return null;
  return { start: letterAt(text, found.at), end: letterAt(text, found.at + (to - from) - 1) + 1 };
}

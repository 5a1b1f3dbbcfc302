import { segmentSentences } from '../text/segment';
import { countUnits } from './tokens';

/** A comment of at most this many units (words or CJK characters) is shown whole. */
const WHOLE_UNITS = 60;
const READ_UNITS = 2000;

/** The start of a comment, word for word: its first sentences up to about 60 words (characters of CJK), at least one. */
export function excerptOf(text: string): string {
  const head = text.slice(0, READ_UNITS);
  if (head.length === text.length && countUnits(text) <= WHOLE_UNITS) return text;
  let units = 0;
  let end = 0;
  for (const range of segmentSentences(head, null)) {
    const more = countUnits(head, range.start, range.end);
    if (end > 0 && units + more > WHOLE_UNITS) break;
    units += more;
    end = range.end;
  }
  return head.slice(0, end).trim();
}

import { lowerBound } from './thread/ascending';
import type { Scan } from './thread/cues';
import type { Group } from './thread/groups';
import { COUNTED, COUNTED_BEHIND } from './thread/words';

/** How far above the first record its heading may stand, in elements. */
const REACH = 200;
/** Han label right in front of a number. */
const LABEL = /\p{sc=Han}\s*[:：]?\s*$/u;

/** How many comments the page says there are, read from the nearest heading above them that names a number; null if none does. */
export function readDeclared(page: Scan, group: Group): number | null {
  const { start } = group.spans[0]!;
  for (let at = lowerBound(page.headed, start) - 1; at >= 0; at--) {
    const i = page.headed[at]!;
    if (start - i > REACH) return null;
    let text = '';
    for (let t = page.from[i]!; t < page.to[i]! && text.length < 120; t++) text += ` ${page.words[t]!}`;
    const before = COUNTED.exec(text);
    const behind = COUNTED_BEHIND.exec(text);
    // "阅读 12873 评论 16": the number in front belongs to the label before it.
    const labelled = before !== null && behind !== null && LABEL.test(text.slice(0, before.index + 1));
    const match = labelled ? behind : (before ?? behind);
    const number = match ? Number(match[1]!.replace(/\D/g, '')) : Number.NaN;
    if (number >= 1 && number < 10_000_000) return number;
  }
  return null;
}

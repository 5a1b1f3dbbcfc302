import type { Group } from './thread/groups';
import { lowerBound, type Scan } from './thread/scan';
import { COUNTED, COUNTED_BEHIND } from './thread/words';

/** How far above the first record its heading may stand, in elements. */
const REACH = 200;

/** How many comments the page says there are, read from the nearest heading above them that names a number; null if none does. */
export function readDeclared(page: Scan, group: Group): number | null {
  const { start } = group.spans[0]!;
  for (let at = lowerBound(page.headed, start) - 1; at >= 0; at--) {
    const i = page.headed[at]!;
    if (start - i > REACH) return null;
    let text = '';
    for (let t = page.from[i]!; t < page.to[i]! && text.length < 120; t++) text += ` ${page.nodes[t]!.data}`;
    const match = COUNTED.exec(text) ?? COUNTED_BEHIND.exec(text);
    const number = match ? Number(match[1]!.replace(/\D/g, '')) : Number.NaN;
    if (number >= 1 && number < 10_000_000) return number;
  }
  return null;
}

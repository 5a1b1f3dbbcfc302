import { attributeOf } from '../safe-dom';
import { countIn, lowerBound } from './ascending';
import type { Scan } from './cues';
import type { Feature } from './feature-names';
import type { Span } from './groups';
import { HINT } from './hints';
import { textBetween } from './measures';
import { CUE } from './own-cues';

/** Characters between a heading over comments, or an invitation to write one, and the records beside it. */
const CLOSE = 250;
/** Elements of a record in which a class that names comments is looked for. */
const DEEP = 24;
/** Elements above the first record within which a number of comments is said of it. */
const REACH = 200;
/** Lists of so few records say little by repetition: what stands around them has to speak. */
const SHORT = 3;

/**
 * Sets the features that tell a short list of comments from any other short list: who signs the records, what the markup and the words
 * around them call them, and whether the page says that there are as many. `date` and `author` are the counts per record.
 */
export function surroundings(
  page: Scan,
  spans: readonly Span[],
  many: number,
  { date, author, bits }: { readonly date: Int32Array; readonly author: Int32Array; readonly bits: Int32Array },
  f: Map<Feature, number>,
): void {
  const n = spans.length;
  const { info, parent, cues } = page;
  let lined = 0;
  let signed = 0;
  let both = 0;
  let inside = 0;
  let anchored = 0;
  for (let k = 0; k < n; k++) {
    const { start, stop } = spans[k]!;
    if (bits[k]! & CUE.byline) lined++;
    if (bits[k]! & CUE.byline || author[k]! > 0 || bits[k]! & CUE.says) {
      signed++;
      if (date[k]! > 0) both++;
    }
    for (let i = start; i < stop && i < start + DEEP; i++)
      if (info[i]!.hints & HINT.comment && !(info[i]!.hints & HINT.control)) {
        inside++;
        break;
      }
    if (isAnchor(page, start - 1)) anchored++;
  }
  f.set('byline', lined / n);
  f.set('signed', signed / n);
  f.set('signedDate', both / n);
  f.set('commentInside', inside / n);
  f.set('anchorBefore', anchored / n);
  const { start } = spans[0]!;
  let close = 0;
  for (let i = parent[start]!, steps = 0; i > 0 && steps < 2; i = parent[i]!, steps++) if (info[i]!.hints & HINT.comment) close = 1;
  f.set('contextClose', close);
  const head = page.headed[lowerBound(page.headed, start) - 1];
  const headed = head !== undefined && textBetween(page, head + 1, start) < CLOSE && start - head < 60 ? 1 : 0;
  f.set('headedClose', headed);
  const stop = spans.reduce((most, span) => Math.max(most, span.stop), 0);
  const next = page.write[lowerBound(page.write, stop)];
  f.set('writeAfter', next !== undefined && textBetween(page, stop, next) < CLOSE && next - stop < 80 ? 1 : 0);
  let same = 0;
  let nearest: number | null = null;
  for (const { at, count } of page.declared) {
    if (count === many) same = 1;
    if (at < start && start - at < REACH && countIn(cues.counted, at, start) > 0) nearest = count;
    else if (at < start && start - at < REACH && count === 0) nearest = 0;
  }
  // "No comments yet" below a list: what is listed is something else.
  const after = page.declared.find(({ at }) => at >= stop);
  if (after?.count === 0 && textBetween(page, stop, after.at) < CLOSE) nearest = 0;
  f.set('declaredSame', same);
  f.set('declaredNear', nearest === many ? 1 : 0);
  f.set('declaredLess', nearest !== null && nearest < 0.8 * many && nearest > 0 ? 1 : 0);
  f.set('nobody', nearest === 0 ? 1 : 0);
  const titles = cues.heading.filter((i) => page.tags[i] === 'H1');
  const short = many <= SHORT ? 1 : 0;
  f.set('unlike', short * (n < 2 ? 0 : 1 - commonest(spans.map((span) => page.sig[span.start]!)) / n));
  f.set('titled', titles.some((i) => i >= start && i < stop && spans.some((span) => i >= span.start && i < span.stop)) ? 1 : 0);
  const marked = Math.max(f.get('classComment') ?? 0, inside / n, close);
  f.set('shortSigned', (short * Math.max(both, 0.5 * signed)) / n);
  f.set('shortMarked', (short * marked * signed) / n);
  f.set('shortHeaded', short * Math.max(headed, nearest === many ? 1 : 0));
  f.set('shortStrong', short * marked * (both / n) * Math.max(headed, nearest === many ? 1 : 0, f.get('writeAfter')!));
}

/** How often the most frequent number occurs. */
function commonest(list: readonly number[]): number {
  const times = new Map<number, number>();
  for (const value of list) times.set(value, (times.get(value) ?? 0) + 1);
  return Math.max(...times.values());
}

/** An empty named anchor in front of a record ("<a name=c123>"). */
function isAnchor(page: Scan, i: number): boolean {
  if (i < 1 || page.tags[i] !== 'A' || page.text[i]! > 0) return false;
  return /\d/.test(attributeOf(page.elements[i]!, 'name') ?? attributeOf(page.elements[i]!, 'id') ?? '');
}

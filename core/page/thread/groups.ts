import { finish, type Steps } from '../steps';
import { listAlike } from './alike';
import { countIn, lowerBound } from './ascending';
import type { Scan } from './cues';
import { HINT } from './hints';

/** One supposed record: a run of elements (`start` to before `stop`) and the text nodes in it, records nested in it included. */
export interface Span {
  readonly start: number;
  readonly stop: number;
  readonly from: number;
  readonly to: number;
}

/** Elements that repeat and may be the comments of a page. */
export interface Group {
  /** How it was found: by a class token, an id pattern, a place (tag within a parent's signature), by what it opens with, or around dates or authors. */
  readonly how: 'class' | 'id' | 'place' | 'shape' | 'date' | 'author' | 'stretched';
  readonly key: string;
  readonly spans: readonly Span[];
}

/** Larger groups are grids, code or word clouds. */
const MOST_GROUPS = 1200;

/** All groups worth weighing, in no particular order, without exact doubles. */
export const findGroups = (page: Scan): Group[] => finish(findGroupsInSteps(page));

/** Elements sorted in one step. */
const STEP = 1000;
/** More records than any page holds: such groups are words or cells. */
const MOST_SPANS = 20_000;

/** The same in steps. */
export function* findGroupsInSteps(page: Scan): Steps<Group[]> {
  const lists = yield* listAlike(page);
  const { cues, parent, sig, end } = page;
  const spans: Span[] = [];
  const spanOf = (i: number): Span => {
    spans[i] ??= { start: i, stop: end[i]!, from: page.from[i]!, to: page.to[i]! };
    return spans[i]!;
  };
  const groups: Group[] = [];
  const seen = new Set<string>();
  const push = (how: Group['how'], key: string, spans: readonly Span[]) => {
    if (spans.length === 0 || spans.length > MOST_SPANS) return;
    const stamp = `${spans.length} ${spans[0]!.start} ${spans[0]!.stop} ${spans[spans.length >> 1]!.start} ${spans[spans.length - 1]!.start} ${spans[spans.length - 1]!.stop}`;
    if (seen.has(stamp) || groups.length > MOST_GROUPS) return;
    seen.add(stamp);
    groups.push({ how, key, spans });
  };
  for (const { how, key, list } of lists) {
    if (list.length > MOST_SPANS || !worthWeighing(page, list, how)) continue;
    yield;
    const stretched = stretch(page, list);
    const termed = !stretched && page.tags[list[0]!] === 'DT' ? withDescriptions(page, list) : null;
    push(how, key, termed ?? list.map(spanOf));
    if (stretched) push('stretched', key, stretched);
  }
  for (const [how, anchors] of [
    ['date', cues.date],
    ['author', cues.author],
  ] as const) {
    const bySig = new Map<string, number[]>();
    for (const [n, i] of anchors.entries()) {
      if (n % STEP === STEP - 1) yield;
      const p = parent[i]!;
      const key = `${sig[i]} ${p >= 0 ? sig[p] : ''}`;
      const list = bySig.get(key);
      if (!list) bySig.set(key, [i]);
      else if (list[list.length - 1] !== i) list.push(i);
    }
    for (const [key, list] of bySig) {
      if (list.length < 2 || list.length >= 5000) continue;
      push(how, key, around(page, list));
      yield;
    }
  }
  return groups;
}

function worthWeighing(page: Scan, list: readonly number[], how: string): boolean {
  const { cues, end, text, info, ids } = page;
  const look = list.length > 12 ? [0, 1, 2, 3, list.length >> 1, list.length - 2, list.length - 1].map((k) => list[k]!) : list;
  let dated = 0;
  let named = 0;
  let hinted = 0;
  let held = 0;
  for (const i of look) {
    if (text[i]! >= 3) held++;
    if (countIn(cues.date, i, end[i]!) > 0) dated++;
    if (countIn(cues.author, i, end[i]!) > 0 || countIn(cues.says, i, end[i]!) > 0 || countIn(cues.byline, i, end[i]!) > 0) named++;
    if (info[i]!.hints & HINT.comment || countIn(cues.reply, i, end[i]!) > 0 || countIn(cues.schema, i, end[i]!) > 0) hinted++;
    else if (ids[i] !== '' && info[i]!.hints & HINT.post) hinted++;
  }
  const half = look.length * 0.4;
  if (held < half) return false;
  if (list.length === 1) return hinted > 0 && (dated > 0 || named > 0) && (how === 'class' || how === 'id');
  return dated >= half || named >= half || hinted >= half;
}

/** Siblings that only open a record each: the record runs on to the next of them. null where they hold nearly all of it themselves. */
function stretch(page: Scan, list: readonly number[]): Span[] | null {
  const { parent, end, sig, text, from, to, info } = page;
  if (list.length < 2) return null;
  let inside = 0;
  let between = 0;
  let pairs = 0;
  const tailSigs = new Set<number>();
  let longest = 0;
  for (let k = 0; k + 1 < list.length; k++) {
    const i = list[k]!;
    const next = list[k + 1]!;
    if (parent[next] !== parent[i] || next < end[i]!) continue;
    pairs++;
    inside += text[i]!;
    let steps = 0;
    for (let j = end[i]!; j < next; j = end[j]!) {
      if (parent[j] !== parent[i]) break;
      between += text[j]!;
      tailSigs.add(sig[j]!);
      steps++;
    }
    longest = Math.max(longest, steps);
  }
  if (pairs < 1 || pairs < (list.length - 1) * 0.6 || between < 0.3 * inside || longest > 12) return null;
  return list.map((i, k) => {
    const next = list[k + 1];
    const p = parent[i]!;
    const known = next !== undefined && parent[next] === p;
    const limit = known ? next : end[p]!;
    let last = i;
    let steps = 0;
    for (let j = end[i]!; j < limit; j = end[j]!) {
      if (!known && (steps >= longest || !tailSigs.has(sig[j]!))) break;
      if (info[j]!.hints & HINT.chrome && text[j]! === 0) break;
      last = j;
      steps++;
    }
    return { start: i, stop: end[last]!, from: from[i]!, to: known ? Math.max(to[last]!, from[next!]!) : to[last]! };
  });
}

/**
 * Terms of a list with the descriptions that follow each: a comment's head and its words. null where none has any, and where each of
 * several has a list of its own, which then is the record.
 */
function withDescriptions({ tags, end, parent, from, to }: Scan, terms: readonly number[]): Span[] | null {
  if (terms.length > 1 && new Set(terms.map((i) => parent[i])).size === terms.length) return null;
  let described = 0;
  const spans = terms.map((i) => {
    let last = i;
    for (let j = end[i]!; j < end[parent[i]!]! && tags[j] === 'DD'; j = end[j]!) last = j;
    if (last !== i) described++;
    return { start: i, stop: end[last]!, from: from[i]!, to: to[last]! };
  });
  return described > 0 ? spans : null;
}

/** The largest piece around each anchor that holds no other: its outermost such ancestor and the siblings after it up to the next anchor's. */
function around(page: Scan, anchors: readonly number[]): Span[] {
  const { parent, end, from, to, sig, text } = page;
  const spans: Span[] = [];
  const tops: number[] = [];
  for (let k = 0; k < anchors.length; k++) {
    const before = anchors[k - 1] ?? -1;
    const after = anchors[k + 1] ?? end[0]!;
    let top = anchors[k]!;
    for (;;) {
      const p = parent[top]!;
      if (p <= 0 || p <= before || end[p]! > after) break;
      // Without neighbours on both sides the climb would end at the page's frame: stop where the first or last differs in kind.
      if ((k === 0 || k === anchors.length - 1) && tops.length > 0 && sig[top] === sig[tops[tops.length - 1]!]) break;
      top = p;
    }
    tops.push(top);
  }
  // The first anchor climbs without a witness before it: cut back to the kind of the second.
  if (tops.length >= 2) {
    const want = sig[tops[1]!];
    if (sig[tops[0]!] !== want) for (let i = anchors[0]!; i > 0; i = parent[i]!) if (sig[i] === want && i >= tops[0]!) tops[0] = i;
  }
  const between = new Map<number, number>();
  for (let k = 0; k + 1 < tops.length; k++) {
    const i = tops[k]!;
    if (parent[tops[k + 1]!] !== parent[i]) continue;
    for (let j = end[i]!; j < tops[k + 1]!; j = end[j]!) between.set(sig[j]!, (between.get(sig[j]!) ?? 0) + 1);
  }
  for (let k = 0; k < tops.length; k++) {
    const i = tops[k]!;
    const p = parent[i]!;
    const next = tops[k + 1];
    let last = i;
    const limit = next !== undefined && p >= 0 && next < end[p]! ? next : p >= 0 ? end[p]! : end[i]!;
    for (let j = end[i]!; j < limit; j = end[j]!) {
      if (next !== undefined && next > j && next < end[j]!) break;
      if ((next === undefined || parent[next] !== p) && !between.has(sig[j]!)) break;
      last = j;
    }
    void text;
    if (spans.length > 0 && spans[spans.length - 1]!.stop > i) continue;
    spans.push({ start: i, stop: end[last]!, from: from[i]!, to: to[last]! });
  }
  return spans;
}

/** For each span the index of the span that directly encloses it, -1 for none. Spans must be in document order. */
export function nestingOf(spans: readonly Span[]): Int32Array {
  const above = new Int32Array(spans.length).fill(-1);
  const open: number[] = [];
  for (let k = 0; k < spans.length; k++) {
    while (open.length > 0 && spans[open[open.length - 1]!]!.stop <= spans[k]!.start) open.pop();
    if (open.length > 0) above[k] = open[open.length - 1]!;
    open.push(k);
  }
  return above;
}

const nestings = new WeakMap<Int32Array, boolean>();

/** Do spans lie within one another or apart, none across another's end? */
export function isNested(spans: readonly Span[], above: Int32Array): boolean {
  let is = nestings.get(above);
  if (is === undefined) {
    is = spans.every(({ start, stop }, k) => (above[k]! < 0 || stop <= spans[above[k]!]!.stop) && (k === 0 || start > spans[k - 1]!.start));
    nestings.set(above, is);
  }
  return is;
}

/** Per span: how many of ascending `list` lie in it and in none nested in it. */
export function ownCounts(spans: readonly Span[], above: Int32Array, list: readonly number[]): Int32Array {
  const counts = new Int32Array(spans.length);
  if (list.length === 0) return counts;
  if (isNested(spans, above)) {
    // Each of the list belongs to the innermost span around it: one walk over both, with a leap over what lies in none.
    for (let at = lowerBound(list, spans[0]!.start), k = 0; at < list.length; ) {
      const i = list[at]!;
      while (k + 1 < spans.length && spans[k + 1]!.start <= i) k++;
      let inner = k;
      while (inner >= 0 && spans[inner]!.stop <= i) inner = above[inner]!;
      if (inner >= 0) {
        counts[inner]!++;
        at++;
      } else if (k + 1 < spans.length) at = lowerBound(list, spans[k + 1]!.start, at + 1);
      else break;
    }
    return counts;
  }
  for (let k = 0; k < spans.length; k++) {
    const n = countIn(list, spans[k]!.start, spans[k]!.stop);
    counts[k]! += n;
    const outer = above[k]!;
    if (outer >= 0) counts[outer]! -= n;
  }
  return counts;
}

/** The first of ascending `list` in a span, -1 for none. */
export function firstIn(list: readonly number[], span: Span): number {
  const value = list[lowerBound(list, span.start)];
  return value !== undefined && value < span.stop ? value : -1;
}

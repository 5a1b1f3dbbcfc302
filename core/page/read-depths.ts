import { attributeOf } from './safe-dom';
import type { Steps } from './steps';
import type { Span } from './thread/groups';
import { HINT } from './thread/hints';
import type { Layout } from './thread/layout';

/** `depth-2`, `level2`, `comment-indent-3`; not the level of a member. */
const LEVEL =
  /(?:^|[\s_-])(?<!(?:user|rank|author|member|poster|uc)[_-]?)(?:depth|level|lvl|indent|layer|tier|deep|nest(?:ed|ing)?)[_-]?(\d{1,2})(?:$|[\s_-])/i;
/** Spacing classes of utility frameworks: `ml-8`, `ps-4`, `pl-[24px]`. */
const SPACING = /(?:^|\s)(?:ml|ms|pl|ps|offset|(?:col-)?(?:md|sm|lg)-offset)-\[?(\d{1,3})/;
const REPLY_CLASS =
  /(?:^|[\s_-])(?:reply|child|sub|nested|re|re[_-]?reply|second|is-reply|comment-reply|reply-comment|c_reply|best_re|depth_?2|indented|answer-?comment|subcomment)(?:$|[\s_-])/i;
const LEVELS = [
  'aria-level',
  'data-depth',
  'data-level',
  'data-indent',
  'data-nesting-level',
  'data-comment-depth',
  'data-comment-level',
  'depth',
];
/** The level as a variable of the style: `--depth: 2`. */
const VARIABLE = /--[\w-]*(?:depth|level|indent)[\w-]*\s*:\s*(\d{1,3})/i;
const INDENT = /(?:(?:margin|padding)-(?:left|inline-start|right)|(?:^|[;\s])left)\s*:\s*(-?[\d.]+)\s*(px|em|rem|%)?/i;
/** `margin: 0 0 0 40px` */
const SHORTHAND = /(?:margin|padding)\s*:\s*\S+\s+\S+\s+\S+\s+([\d.]+)/i;

/** Nesting of each record as the markup tells it, 0 for top level: records within records, level numbers, indents. null where nothing tells. */
export function* readDepths(layout: Layout, floors: readonly (string | null)[]): Steps<number[] | null> {
  const nested = byNesting(layout);
  yield;
  const boxed = nested ?? byWrapper(layout);
  yield;
  return boxed ?? (yield* byLevel(layout)) ?? (yield* byIndent(layout)) ?? byFloor(floors) ?? (yield* byReplyClass(layout));
}

/** A value of each record; none at all where the records that are looked at closely have none. */
function* ofEach<T>({ spans, close, turns }: Layout, read: (span: Span) => T | null): Steps<(T | null)[] | null> {
  const found: (T | null)[] = [];
  for (let k = 0; k < spans.length; k++) {
    if (close[k] || turns[k]) yield;
    found.push(close[k] ? read(spans[k]!) : null);
  }
  if (found.every((value) => value === null)) return null;
  for (let k = 0; k < spans.length; k++) {
    if (turns[k]) yield;
    if (!close[k]) found[k] = read(spans[k]!);
  }
  return found;
}

/** Depth by records within records, or by lists of records within what holds one record. */
function byNesting(layout: Layout): number[] | null {
  const { spans, above, page } = layout;
  const depths = new Array<number>(spans.length).fill(0);
  if (above.some((a) => a >= 0)) {
    for (let k = 0; k < spans.length; k++) depths[k] = above[k]! >= 0 ? depths[above[k]!]! + 1 : 0;
    return depths;
  }
  // Otherwise each record may open a holder of its own, the same number of levels above it everywhere, in which its replies follow.
  for (let up = 1; up <= 4; up++) {
    const holders = spans.map((span) => climb(page.parent, span.start, up));
    if (holders.some((holder) => holder <= 0) || new Set(holders).size < holders.length) continue;
    const stops = holders.map((holder) => page.end[holder]!);
    const open: number[] = [];
    for (let k = 0; k < spans.length; k++) {
      while (open.length > 0 && open[open.length - 1]! <= spans[k]!.start) open.pop();
      depths[k] = open.length;
      open.push(stops[k]!);
    }
    // The first post's holder may be the box of the whole thread: another kind of element, and all lies in it.
    if (page.sig[holders[0]!] !== page.sig[holders[1] ?? 0] && depths.slice(1).every((depth) => depth > 0))
      for (let k = 1; k < depths.length; k++) depths[k]!--;
    if (depths.some((depth) => depth > 0)) return depths;
  }
  return null;
}

function climb(parent: Int32Array, i: number, steps: number): number {
  let at = i;
  for (let n = 0; n < steps && at > 0; n++) at = parent[at]!;
  return at;
}

/** Replies in a box that follows the record they answer: `<div class=comment/><div class=indented><div class=comment/></div>`. */
function byWrapper(layout: Layout): number[] | null {
  const { page, spans } = layout;
  const top = spans.reduce((least, { start }) => Math.min(least, page.depth[start]!), Number.POSITIVE_INFINITY);
  const first = page.depth[spans[0]!.start]!;
  if (first !== top || spans.filter(({ start }) => page.depth[start]! === top).length < 2) return null;
  let told = false;
  const depths = spans.map(({ start }, k) => {
    let depth = 0;
    for (let i = page.parent[start]!; page.depth[i]! >= top; i = page.parent[i]!) {
      // The box must come behind the record that its replies answer, not hold a heading and the whole list.
      if (k === 0 || i <= spans[0]!.start) return 0;
      if (page.info[i]!.hints & HINT.children || REPLY_CLASS.test(attributeOf(page.elements[i]!, 'class') ?? '')) told = true;
      depth++;
    }
    return depth;
  });
  const boxes = new Set(spans.flatMap(({ start }, k) => (depths[k]! > 0 ? [page.parent[start]!] : [])));
  // Behind replies the thread comes back to its top; a box that never ends holds the rest of the list.
  const returns = depths.some((depth, k) => k > 0 && depth < depths[k - 1]!);
  return returns && (told || boxes.size >= 2) ? plausible(normal(depths)) : null;
}

/** A level that a class, an attribute or a variable of the style names. */
function* byLevel(layout: Layout): Steps<number[] | null> {
  const { page } = layout;
  const read = (i: number): number | null => {
    const element = page.elements[i]!;
    const named = LEVEL.exec(attributeOf(element, 'class') ?? '')?.[1] ?? VARIABLE.exec(attributeOf(element, 'style') ?? '')?.[1];
    if (named !== undefined) return Number(named);
    for (const name of LEVELS) {
      const value = attributeOf(element, name);
      if (value !== null && /^\d{1,2}$/.test(value)) return Number(value);
    }
    return null;
  };
  const levels = yield* ofEach(layout, (span) => {
    for (let i = span.start, steps = 0; i > 0 && steps < 3; i = page.parent[i]!, steps++) {
      const level = read(i);
      if (level !== null) return level;
    }
    for (let j = span.start + 1; j < Math.min(span.stop, span.start + 3); j++) {
      const level = read(j);
      if (level !== null) return level;
    }
    return null;
  });
  if (!levels || new Set(levels).size < 2) return null;
  return plausible(normal(levels.map((level) => level ?? 0)));
}

/** How far a record stands in: margins, spacer pictures and cells, spacing classes. */
function* byIndent(layout: Layout): Steps<number[] | null> {
  const { page, spans } = layout;
  const indents = yield* ofEach(layout, (span) => {
    for (let i = span.start, steps = 0; i > 0 && steps < 2; i = page.parent[i]!, steps++) {
      const style = attributeOf(page.elements[i]!, 'style');
      const found = style && (INDENT.exec(style) ?? SHORTHAND.exec(style));
      if (found) return Math.max(0, Number(found[1]));
    }
    for (let j = span.start; j < Math.min(span.stop, span.start + 8); j++) {
      const indent = spacer(layout, j);
      if (indent !== null) return indent;
    }
    const spacing = SPACING.exec(attributeOf(page.elements[span.start]!, 'class') ?? '');
    return spacing ? Number(spacing[1]) : null;
  });
  if (!indents) return null;
  const known = indents.filter((indent): indent is number => indent !== null);
  // Where only replies are set in, the others carry no number at all.
  const enough = known.length >= spans.length * 0.3 || (known.length >= 2 && indents[0] === null);
  if (!enough || new Set(indents.map((x) => x ?? 0)).size < 2) return null;
  return plausible(normal(indents.map((indent) => indent ?? 0)));
}

/** Width of an empty picture or cell at the start of a record; null for other elements. */
function spacer({ page }: Layout, j: number): number | null {
  const element = page.elements[j]!;
  const tag = page.tags[j]!;
  if (tag === 'IMG') {
    const width = Number(attributeOf(element, 'width') ?? Number.NaN);
    const height = Number(attributeOf(element, 'height') ?? 1);
    return width >= 0 && width < 1500 && height <= 2 ? width : null;
  }
  if (tag !== 'TD') return null;
  const indent = attributeOf(element, 'indent');
  if (indent) return Number(indent) || 0;
  if (page.text[j]! > 0 || page.end[j]! > j + 2) return null;
  const width = Number.parseInt(attributeOf(element, 'width') ?? '', 10);
  const columns = Number.parseInt(attributeOf(element, 'colspan') ?? '', 10);
  return !Number.isNaN(width) ? width : !Number.isNaN(columns) ? columns : null;
}

/** "1.2" answers "1". */
function byFloor(floors: readonly (string | null)[]): number[] | null {
  if (!floors.some((floor) => floor?.includes('.'))) return null;
  return floors.map((floor) => (floor ? floor.split('.').length - 1 : 0));
}

/** Some records are called replies, others not. Where all but the first are, they answer the thread. */
function* byReplyClass(layout: Layout): Steps<number[] | null> {
  const { page, spans } = layout;
  const called = yield* ofEach(layout, (span) => {
    const own = attributeOf(page.elements[span.start]!, 'class') ?? '';
    const up = page.parent[span.start]!;
    return REPLY_CLASS.test(own) || (up > 0 && REPLY_CLASS.test(attributeOf(page.elements[up]!, 'class') ?? '')) ? 1 : null;
  });
  if (!called) return null;
  const marked = called.map((mark): number => mark ?? 0);
  const count = marked.reduce((sum, mark) => sum + mark, 0);
  return count > 0 && count < spans.length - 1 && marked[0] === 0 ? marked : null;
}

/** Indents or level numbers to 0, 1, 2 … */
function normal(values: readonly number[]): number[] {
  const steps = [...new Set(values)].sort((a, b) => a - b);
  const place = new Map(steps.map((step, n) => [step, n]));
  return values.map((value) => place.get(value)!);
}

/** A tree opens at its top and goes down one level at a time: numbers that do not (ranks of members, banners) are none. */
function plausible(depths: number[]): number[] | null {
  let jumps = 0;
  for (let k = 1; k < depths.length; k++) if (depths[k]! > depths[k - 1]! + 1) jumps++;
  // A page in the middle of a thread may open with a reply.
  const opened = depths[0] === 0 || depths.length > 4;
  const flat = depths.length > 2 && depths.slice(1).every((depth) => depth === 1) && depths[0] === 0;
  return opened && !flat && jumps <= 0.15 * depths.length ? depths : null;
}

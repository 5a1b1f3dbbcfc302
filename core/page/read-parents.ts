import { attributeOf } from './safe-dom';
import type { Steps } from './steps';
import type { Layout } from './thread/layout';

export interface RecordPlace {
  readonly depth: number;
  /** Index of the parent record, null at top level or where nothing tells. */
  readonly parentIndex: number | null;
}

const LEVEL = /(?:^|[\s_-])(?:depth|level|lvl|indent|layer|tier|deep|nest(?:ed)?)[_-]?(\d{1,2})(?:$|[\s_-])/i;
const REPLY_CLASS =
  /(?:^|[\s_-])(?:reply|child|sub|nested|re[_-]?reply|second|is-reply|comment-reply|reply-comment|c_reply|best_re|depth_?2)(?:$|[\s_-])/i;
const INDENT = /(?:margin|padding)-(?:left|inline-start|right)\s*:\s*(-?[\d.]+)\s*(px|em|rem|%)?/i;

/** Reads who answers whom: nesting first, then depth by class or indent, then links and marks that point at another record. */
export function* readParents(
  layout: Layout,
  ids: readonly (string | null)[],
  floors: readonly (string | null)[],
  bodies: readonly (readonly number[])[],
): Steps<RecordPlace[]> {
  const count = layout.spans.length;
  const nested = byNesting(layout);
  const depths = nested ?? byClass(layout) ?? byIndent(layout) ?? byFloor(floors);
  const pointed = yield* byPointer(layout, ids, floors, bodies);
  const places: RecordPlace[] = [];
  const open: number[] = [];
  for (let k = 0; k < count; k++) {
    const depth = depths?.[k] ?? 0;
    while (open.length > 0 && (depths?.[open[open.length - 1]!] ?? 0) >= depth) open.pop();
    const structural = depth > 0 && open.length > 0 ? open[open.length - 1]! : null;
    open.push(k);
    const parentIndex = depths && depth > 0 ? (pointed[k] ?? structural) : (pointed[k] ?? null);
    places.push({ depth: depths ? depth : parentIndex === null ? 0 : Math.min(20, places[parentIndex]!.depth + 1), parentIndex });
  }
  return places;
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
    let any = false;
    for (let k = 0; k < spans.length; k++) {
      while (open.length > 0 && open[open.length - 1]! <= spans[k]!.start) open.pop();
      depths[k] = open.length;
      if (open.length > 0) any = true;
      open.push(stops[k]!);
    }
    if (any) return depths;
  }
  return null;
}

function climb(parent: Int32Array, i: number, steps: number): number {
  let at = i;
  for (let n = 0; n < steps && at > 0; n++) at = parent[at]!;
  return at;
}

function byClass(layout: Layout): number[] | null {
  const { page, spans } = layout;
  const levels = spans.map((span) => {
    for (let i = span.start, steps = 0; i > 0 && steps < 3; i = page.parent[i]!, steps++) {
      const element = page.elements[i]!;
      const found = LEVEL.exec(attributeOf(element, 'class') ?? '');
      const value =
        found?.[1] ??
        attributeOf(element, 'data-depth') ??
        attributeOf(element, 'data-level') ??
        attributeOf(element, 'data-indent') ??
        attributeOf(element, 'aria-level');
      if (value !== null && value !== undefined && /^\d{1,2}$/.test(value)) return Number(value);
    }
    return null;
  });
  if (levels.some((level) => level !== null) && new Set(levels).size > 1) return normal(levels.map((level) => level ?? 0));
  const marked = spans.map((span) => {
    const own = attributeOf(page.elements[span.start]!, 'class') ?? '';
    const up = page.parent[span.start]!;
    return REPLY_CLASS.test(own) || (up > 0 && REPLY_CLASS.test(attributeOf(page.elements[up]!, 'class') ?? '')) ? 1 : 0;
  });
  const share = marked.reduce((a: number, b) => a + b, 0) / spans.length;
  return share > 0 && share < 1 && marked[0] === 0 ? marked : null;
}

function byIndent(layout: Layout): number[] | null {
  const { page, spans } = layout;
  const indents = spans.map((span) => {
    for (let i = span.start, steps = 0; i > 0 && steps < 2; i = page.parent[i]!, steps++) {
      const style = attributeOf(page.elements[i]!, 'style');
      const found = style && INDENT.exec(style);
      if (found) return Math.max(0, Number(found[1]));
    }
    for (let j = span.start; j < Math.min(span.stop, span.start + 8); j++) {
      const element = page.elements[j]!;
      const tag = page.tags[j]!;
      if (tag === 'IMG' && page.text[j] === 0) {
        const width = Number(attributeOf(element, 'width') ?? Number.NaN);
        const height = Number(attributeOf(element, 'height') ?? 1);
        if (width >= 0 && width < 1500 && height <= 2) return width;
      }
      if (tag === 'TD' && attributeOf(element, 'indent')) return Number(attributeOf(element, 'indent')) || 0;
    }
    return null;
  });
  const known = indents.filter((indent): indent is number => indent !== null);
  if (known.length < spans.length * 0.3 || new Set(indents.map((x) => x ?? 0)).size < 2) return null;
  return normal(indents.map((indent) => indent ?? 0));
}

/** "1.2" answers "1". */
function byFloor(floors: readonly (string | null)[]): number[] | null {
  if (!floors.some((floor) => floor?.includes('.'))) return null;
  return floors.map((floor) => (floor ? floor.split('.').length - 1 : 0));
}

/** Indents or level numbers to 0, 1, 2 … */
function normal(values: readonly number[]): number[] {
  const steps = [...new Set(values)].sort((a, b) => a - b);
  return values.map((value) => steps.indexOf(value));
}

const TO_FLOOR = /^\s*(?:回复|回覆|回復|引用|re:?|reply to|antwort auf|@|>>|to)?\s*(?:@|#|>>|第)\s*(\d{1,6}(?:\.\d+)?)\s*(?:楼|樓|f\b|#)?/i;
const IN_REPLY =
  /in reply to|replying to|reply to|antwort (?:auf|an)|als antwort|en réponse|en respuesta|em resposta|in risposta|в ответ|odpowiedź na|回复|回覆|回复给|の返信|返信先|님에게|parent|context/i;

/** Links within a record that lead to an earlier one and say so. */
function* byPointer(
  layout: Layout,
  ids: readonly (string | null)[],
  floors: readonly (string | null)[],
  bodies: readonly (readonly number[])[],
): Steps<(number | null)[]> {
  const { page, spans } = layout;
  const byId = new Map<string, number>();
  ids.forEach((id, k) => {
    if (id !== null) byId.set(id, k);
  });
  const byFloorNumber = new Map<string, number>();
  floors.forEach((floor, k) => {
    if (floor !== null) byFloorNumber.set(floor, k);
  });
  const parentOf = (k: number): number | null => {
    for (const i of layout.elements[k]!) {
      if (page.tags[i] !== 'A') continue;
      const href = attributeOf(page.elements[i]!, 'href') ?? '';
      const hash = href.lastIndexOf('#');
      if (hash < 0) continue;
      const digits = /(\d+)\D*$/.exec(href.slice(hash + 1))?.[1];
      const target = digits === undefined ? undefined : byId.get(digits);
      if (target === undefined || target >= k) continue;
      const up = page.parent[i]!;
      const words =
        around(layout, k, i) +
        (attributeOf(page.elements[i]!, 'title') ?? '') +
        (attributeOf(page.elements[i]!, 'class') ?? '') +
        (up >= 0 ? (attributeOf(page.elements[up]!, 'class') ?? '') : '');
      if (IN_REPLY.test(words)) return target;
    }
    const first = bodies[k]![0];
    if (first !== undefined && byFloorNumber.size > 1) {
      for (const t of layout.texts[k]!) {
        if (t < page.from[first]!) continue;
        const match = TO_FLOOR.exec(page.nodes[t]!.data);
        const target = match && byFloorNumber.get(match[1]!);
        if (target !== undefined && target !== null && target < k) return target;
        break;
      }
    }
    return null;
  };
  const parents: (number | null)[] = [];
  for (let k = 0; k < spans.length; k++) {
    if (layout.turns[k]) yield;
    parents.push(parentOf(k));
  }
  return parents;
}

function around(layout: Layout, record: number, i: number): string {
  const { page } = layout;
  const up = page.parent[i]!;
  const scope = page.text[up]! < 120 ? up : i;
  let text = '';
  for (const t of layout.texts[record]!) if (t >= page.from[scope]! && t < page.to[scope]!) text += ` ${page.nodes[t]!.data}`;
  return text.slice(0, 160);
}

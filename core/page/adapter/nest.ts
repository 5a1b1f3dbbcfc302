import { around, closestTo, holds, hostOf } from './dom';

/** How records hang together. */
export interface Place {
  readonly depth: number;
  readonly parentIndex: number | null;
}

/** By containment: a record's parent is the nearest record around it. */
export function nestByRoot(roots: readonly Element[]): readonly Place[] {
  const open: number[] = [];
  return roots.map((root, i) => {
    while (open.length && !holds(roots[open.at(-1)!]!, root)) open.pop();
    const place = { depth: open.length, parentIndex: open.at(-1) ?? null };
    open.push(i);
    return place;
  });
}

/** By what holds a comment and its replies: the first record in a wrap is the parent of the others, and of the wraps inside. */
export function nestByWrap(roots: readonly Element[], css: string): readonly Place[] {
  const first = new Map<Element, number>();
  const places: Place[] = [];
  roots.forEach((root, i) => {
    let wrap = wrapOf(root, css);
    if (wrap && !first.has(wrap)) {
      first.set(wrap, i);
      const outer = around(wrap);
      wrap = outer && wrapOf(outer, css);
    }
    const parentIndex = wrap ? (first.get(wrap) ?? null) : null;
    places.push({ depth: parentIndex === null ? 0 : places[parentIndex]!.depth + 1, parentIndex });
  });
  return places;
}

function wrapOf(start: Element, css: string): Element | null {
  for (let node: Element | null = start; node; node = hostOf(node)) {
    const wrap = closestTo(node, css);
    if (wrap) return wrap;
  }
  return null;
}

/** By a number that grows with nesting: the parent is the last earlier record with a smaller one. An unknown number counts as the smallest. */
export function nestByLevel(levels: readonly (number | null)[]): readonly Place[] {
  const least = Math.min(...levels.map((level) => level ?? Number.POSITIVE_INFINITY));
  const open: { level: number; index: number }[] = [];
  return levels.map((known, index) => {
    const level = known ?? least;
    while (open.length && open.at(-1)!.level >= level) open.pop();
    const place = { depth: open.length, parentIndex: open.at(-1)?.index ?? null };
    open.push({ level, index });
    return place;
  });
}

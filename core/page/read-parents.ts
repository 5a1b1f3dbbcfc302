import { readDepths } from './read-depths';
import { type KnownFields, readPointers } from './read-pointers';
import type { ShortTexts } from './read-shorts';
import type { Steps } from './steps';
import type { Layout } from './thread/layout';

export interface RecordPlace {
  readonly depth: number;
  /** Index of the parent record, null at top level or where nothing tells. */
  readonly parentIndex: number | null;
}

/** Deeper nesting is not told apart. */
const DEEPEST = 20;

/**
 * Reads who answers whom: nesting gives the depth and the record around; a link, number or name that points at another record says more exactly
 * which. Where nothing nests, what points gives the depth as well, except a quotation: forums quote and stay flat.
 */
export function* readParents(layout: Layout, known: KnownFields, shorts: ShortTexts): Steps<RecordPlace[]> {
  const count = layout.spans.length;
  const depths = yield* readDepths(layout, known.floors);
  yield;
  const pointers = yield* readPointers(layout, known, shorts);
  const parents: (number | null)[] = [];
  const open: number[] = [];
  let root = 0;
  for (let k = 0; k < count; k++) {
    const pointer = pointers[k]!;
    if (!depths) {
      parents.push(pointer?.to ?? null);
      continue;
    }
    const depth = depths[k]!;
    while (open.length > 0 && depths[open[open.length - 1]!]! >= depth) open.pop();
    const around = depth > 0 && open.length > 0 ? open[open.length - 1]! : null;
    open.push(k);
    if (depth === 0) root = k;
    // Of somebody's several comments the one within the same branch is meant.
    const meant = pointer && (pointer.by === 'id' || (depth > 0 && pointer.to >= root)) ? pointer.to : null;
    parents.push(depth === 0 ? (pointer?.to ?? null) : (meant ?? around));
  }
  return parents.map((parent, k) => ({
    depth: depths ? depths[k]! : depthBy(k, parents, pointers),
    parentIndex: parent,
  }));
}

/** Steps up to a record that answers none; quotations are no steps, and a circle ends. */
function depthBy(k: number, parents: readonly (number | null)[], pointers: readonly ({ readonly by: string } | null)[]): number {
  let depth = 0;
  for (let at: number | null = k; at !== null && depth < DEEPEST; at = parents[at]!) {
    if (pointers[at] === null || pointers[at]!.by === 'quote') break;
    depth++;
  }
  return depth;
}

import type { Comment } from '../model/thread';
import type { CommentElements, Found } from './found';
import { attributeOf, containsOf, nodeNameOf, parentElementOf } from './safe-dom';
import { patternOf, readClass } from './thread/hints';

/** What the comments of a thread look like, so that more of them are known when they come. */
export interface ThreadShape {
  /** What the outermost comments stand in. */
  readonly holder: Element;
  /** Makes of the elements that begin an outermost comment, of those that follow within it, and of those that begin a reply inside another comment. */
  readonly starts: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
  readonly inner: ReadonlySet<string>;
  /** Keys of the outermost comments in page order. */
  readonly tops: readonly string[];
  /** First node of the first and last node of the last of them. */
  readonly first: Element;
  readonly last: Element;
}

const makes = new Map<string, string>();
const MOST_MAKES = 2000;

/** Tag and most telling class of an element, the same for elements of one kind. */
export function makeOf(element: Element): string {
  const tag = nodeNameOf(element);
  const name = attributeOf(element, 'class') ?? '';
  const key = `${tag} ${name}`;
  let make = makes.get(key);
  if (make === undefined) {
    if (makes.size >= MOST_MAKES) makes.clear();
    make = `${tag}.${readClass(patternOf(name), '').tokens[0] ?? ''}`;
    makes.set(key, make);
  }
  return make;
}

const shapes = new WeakMap<Found, ThreadShape | null>();

/** The shape of what was found; null where more of it could not be told: comments in several places, or answers that do not stand in what they answer. */
export function shapeOf(found: Found): ThreadShape | null {
  let shape = shapes.get(found);
  if (shape === undefined) {
    shape = describe(found);
    shapes.set(found, shape);
  }
  return shape;
}

function describe({ thread, comments }: Found): ThreadShape | null {
  const starts = new Set<string>();
  const tails = new Set<string>();
  const inner = new Set<string>();
  const tops: string[] = [];
  let holder: Element | null = null;
  let last: Element | null = null;
  for (const { key, parentKey, depth } of thread?.comments ?? []) {
    const { nodes, copies } = comments.get(key)!;
    const root = nodes[0];
    if (!root || copies) return null;
    const parent = parentKey === null ? null : comments.get(parentKey);
    if (parent) {
      const make = makeOf(root);
      if (nodes.length > 1 || make.endsWith('.') || !parent.nodes.some((node) => containsOf(node, root))) return null;
      inner.add(make);
      continue;
    }
    const up = parentElementOf(root);
    if (depth > 0 || !up || (holder && holder !== up)) return null;
    holder = up;
    starts.add(makeOf(root));
    for (const node of nodes.slice(1)) {
      if (parentElementOf(node) !== up) return null;
      tails.add(makeOf(node));
    }
    last = nodes[nodes.length - 1]!;
    tops.push(key);
  }
  const first = comments.get(tops[0] ?? '')?.nodes[0];
  if (!holder || !first || !last || [...tails].some((make) => starts.has(make))) return null;
  return { holder, starts, tails, inner, tops, first, last };
}

/** Gives what has grown the shape of what it grew from, so that no more than the new comments is looked at. */
export function widenShape(
  shape: ThreadShape,
  grown: Found,
  more: readonly Comment[],
  comments: ReadonlyMap<string, CommentElements>,
  isBehind: boolean,
): void {
  const tops = more.filter(({ parentKey }) => parentKey === null).map(({ key }) => key);
  const nodes = comments.get(tops[isBehind ? tops.length - 1 : 0] ?? '')?.nodes ?? [];
  const inner = new Set(shape.inner);
  for (const { key, parentKey } of more) if (parentKey !== null) inner.add(makeOf(comments.get(key)!.nodes[0]!));
  shapes.set(grown, {
    ...shape,
    inner,
    tops: isBehind ? [...shape.tops, ...tops] : [...tops, ...shape.tops],
    ...(isBehind ? { last: nodes[nodes.length - 1] ?? shape.last } : { first: nodes[0] ?? shape.first }),
  });
}

import type { Thread } from '../model/thread';
import type { CommentElements } from './found';
import { containsOf, firstChildOf, nextSiblingOf, nodeTypeOf, parentElementOf } from './safe-dom';

/** Which comments stand inside another one's nodes, and therefore must be left alone when that one is hidden. */
export interface Nesting {
  /** Comments directly within, by the key of the outer one; absent for a comment that holds no other. */
  readonly inner: ReadonlyMap<string, readonly string[]>;
}

/** Reads the nesting of a thread's comments (page order) with a stack: each comment is compared with its open ancestors only. */
export function readNesting(thread: Thread, comments: ReadonlyMap<string, CommentElements>): Nesting {
  const inner = new Map<string, string[]>();
  const open: { readonly key: string; readonly nodes: readonly Element[] }[] = [];
  for (const { key } of thread.comments) {
    const nodes = comments.get(key)?.nodes;
    const first = nodes?.[0];
    if (!nodes || !first) continue;
    while (open.length > 0 && !open[open.length - 1]!.nodes.some((node) => node !== first && containsOf(node, first))) open.pop();
    const outer = open[open.length - 1];
    if (outer) {
      const list = inner.get(outer.key);
      if (list) list.push(key);
      else inner.set(outer.key, [key]);
    }
    open.push({ key, nodes });
  }
  return { inner };
}

/**
 * The largest elements of a comment that hold nothing of the comments within it. A comment without replies inside is its own nodes.
 * `bare`: containers that hold text of the comment's own beside a reply and cannot be hidden whole.
 */
export function ownParts(
  nodes: readonly Element[],
  innerNodes: readonly Element[],
): { readonly parts: readonly Element[]; readonly bare: readonly Element[] } {
  if (innerNodes.length === 0) return { parts: nodes, bare: [] };
  const spine = new Set<Element>();
  const inner = new Set(innerNodes);
  const roots = new Set(nodes);
  for (const node of innerNodes) {
    for (let up = parentElementOf(node); up && !spine.has(up); up = parentElementOf(up)) {
      spine.add(up);
      if (roots.has(up)) break;
    }
  }
  const parts = nodes.filter((node) => !spine.has(node) && !inner.has(node));
  const bare: Element[] = [];
  for (const element of spine) {
    let text = false;
    for (let child = firstChildOf(element); child; child = nextSiblingOf(child)) {
      if (nodeTypeOf(child) === 3) text ||= /\S/u.test((child as Text).data);
      else if (nodeTypeOf(child) === 1 && !spine.has(child as Element) && !inner.has(child as Element)) parts.push(child as Element);
    }
    if (text) bare.push(element);
  }
  return { parts, bare };
}

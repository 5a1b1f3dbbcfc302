import type { Found } from './found';
import { containsOf, parentElementOf } from './safe-dom';

/** True if what was added may hold a comment: an element like the first one's root, or one that has others in it. Tickers and counters are not. */
export function bringsComments(added: NodeList, { thread, comments }: Found): boolean {
  const name = comments.get(thread?.comments[0]?.key ?? '')?.nodes[0]?.nodeName;
  for (let i = 0; i < added.length; i++) {
    const node = added[i]!;
    if (node.nodeType === 1 && (node.nodeName === name || (node as Element).childElementCount > 1)) return true;
  }
  return false;
}

/** True if a change happened among the comments: within what holds the first and the last of them. */
export function isNearThread(target: Node, { thread, comments }: Found): boolean {
  const all = thread?.comments ?? [];
  const first = comments.get(all[0]?.key ?? '')?.nodes[0];
  const last = comments.get(all[all.length - 1]?.key ?? '')?.nodes[0];
  if (!first || !last) return false;
  let holder = parentElementOf(first);
  while (holder && !containsOf(holder, last)) holder = parentElementOf(holder);
  return holder !== null && containsOf(holder, target);
}

import type { Comment } from '../model/thread';
import type { CommentElements, Found } from './found';
import { around } from './inner-tree';
import { isConnectedOf, textContentOf } from './safe-dom';

/** Characters of a comment's first line that must still be there. */
const OPENING = 24;

const squash = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** Does a comment's place in the page still show its author and its first words? */
function stillShows({ author, text }: Comment, { nodes, author: name, body }: CommentElements): boolean {
  if (!nodes.every(isConnectedOf)) return false;
  if (name && !squash(textContentOf(name) ?? '').includes(squash(author.name))) return false;
  const opening = squash(text.split('\n', 1)[0]!).slice(0, OPENING);
  return opening === '' || squash(body.map((element) => textContentOf(element) ?? '').join('')).includes(opening);
}

/**
 * What was found without the comments whose elements show something else by now, or are gone. Only comments that hold one of `touched`
 * (what the page changed since the reading began) are looked at; null: any of them may have changed. Gives `found` itself where all hold.
 */
export function withoutChanged(found: Found, touched: readonly Node[] | null): Found {
  const { thread, comments } = found;
  if (!thread || touched?.length === 0) return found;
  const roots = new Map<Node, string>();
  for (const [key, { nodes }] of comments) for (const node of nodes) roots.set(node, key);
  const suspects = new Set(touched ? [] : comments.keys());
  for (const target of touched ?? [])
    for (let up: Node | null = target; up; up = around(up)) {
      const key = roots.get(up);
      if (key !== undefined) suspects.add(key);
    }
  // What stands in a node that was taken away does not lead up to the page any more: the changed parent cannot tell which it was.
  for (const [key, { nodes }] of comments) if (!nodes.every(isConnectedOf)) suspects.add(key);
  const gone = new Set<string>();
  for (const comment of thread.comments)
    if (suspects.has(comment.key) && !stillShows(comment, comments.get(comment.key)!)) gone.add(comment.key);
  if (gone.size === 0) return found;
  const left = thread.comments.filter(({ key }) => !gone.has(key));
  return {
    ...found,
    thread: left.length > 0 ? { ...thread, comments: left } : null,
    comments: new Map([...comments].filter(([key]) => !gone.has(key))),
  };
}

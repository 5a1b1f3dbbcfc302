import type { Found } from './found';
import { isOurs } from './is-ours';
import { parentOf, textContentOf } from './safe-dom';

/** Elements kept one by one: where more came, the whole page is read. */
const MOST_ADDED = 2000;
/** Characters up to which what was taken away was no comment: a spinner, a "load more". */
const SMALL = 60;

/** Gathers what happened to a page since it was read, to tell mere growth of its thread from all else. */
export interface News {
  /** To be told of each batch of the page's changes, with what is known of the page. */
  note(records: readonly MutationRecord[], found: Found): void;
  /** Something happened that the page's changes do not tell. */
  unsettle(): void;
  /** What was added since the last call, if nothing but additions happened; null: the page is to be read as a whole. */
  take(): readonly Element[] | null;
}

/** Makes a gatherer; until the page was read once everything is news. */
export function createNews(): News {
  let added: Element[] | null = null;
  let roots: { readonly found: Found; readonly set: ReadonlySet<Node> } | null = null;
  const rootsOf = (found: Found) => {
    if (roots?.found !== found) roots = { found, set: new Set([...found.comments.values()].flatMap(({ nodes }) => nodes)) };
    return roots.set;
  };
  return {
    note(records, found) {
      for (const { target, type, addedNodes, removedNodes } of records) {
        if (!added) return;
        if (!found.thread || isWithin(target, rootsOf(found))) added = null;
        else if (type === 'childList') {
          for (const node of removedNodes) if (!isOurs(node) && (textContentOf(node) ?? '').trim().length > SMALL) added = null;
          for (const node of addedNodes) {
            if (node.nodeType === 1 && !isOurs(node)) added?.push(node as Element);
            else if (node.nodeType === 3 && (textContentOf(node) ?? '').trim().length > SMALL) added = null;
          }
          if (added && added.length > MOST_ADDED) added = null;
        }
      }
    },
    unsettle() {
      added = null;
    },
    take() {
      const taken = added;
      added = [];
      return taken && taken.length > 0 ? taken : null;
    },
  };
}

/** Does a node stand in one of the comments' nodes? */
function isWithin(node: Node, roots: ReadonlySet<Node>): boolean {
  for (let up: Node | null = node; up; up = parentOf(up)) if (roots.has(up)) return true;
  return false;
}

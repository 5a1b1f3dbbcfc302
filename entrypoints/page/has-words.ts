import { innerTreeOf, scopeOf } from '../../core/page/inner-tree';
import { bodyOf, nodeNameOf, parentOf, walkerOf } from '../../core/page/safe-dom';

/** Letters below which there is neither a story nor a thread: the shortest story in Chinese has as many. */
const FEWEST = 50;
/** A page that grows is looked at this often at most. */
const REST_MS = 250;

const SILENT = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/i;

/** Trees within the page that are looked into and listened to at most, while there are no words. */
const MOST_TREES = 200;

interface Look {
  readonly enough: boolean;
  /** Open shadow roots and frames of the same origin, where there are not enough words around them. */
  readonly trees: readonly (ShadowRoot | Document)[];
}

/** Letters of a tree itself, `most` of them at most. */
function lettersOf(document: Document, root: Node, most: number): number {
  const walker = walkerOf(document, root, NodeFilter.SHOW_TEXT);
  let letters = 0;
  for (let node = walker.nextNode(); node && letters < most; node = walker.nextNode()) {
    const holder = parentOf(node);
    if (!holder || !SILENT.test(nodeNameOf(holder))) letters += (node as Text).data.trim().length;
  }
  return letters;
}

/** Whether a document holds words at all: in itself, or in the trees within it, where whole apps live. Stops counting at once when there are enough. */
function look(document: Document): Look {
  const body = bodyOf(document);
  let letters = body ? lettersOf(document, body, FEWEST) : 0;
  const trees: (ShadowRoot | Document)[] = [];
  const open: Node[] = body ? [body] : [];
  for (let root = open.pop(); root && letters < FEWEST; root = open.pop()) {
    const walker = walkerOf(document, root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node && trees.length < MOST_TREES && letters < FEWEST; node = walker.nextNode()) {
      const tree = innerTreeOf(node as Element, nodeNameOf(node));
      if (!tree) continue;
      trees.push(scopeOf(tree));
      open.push(tree);
      letters += lettersOf(document, tree, FEWEST);
    }
  }
  return { enough: letters >= FEWEST, trees };
}

/** Calls back once, as soon as a page that was parsed holds words; apps put them in later. Costs one observer until then. */
export function hasWords(document: Document, signal: AbortSignal, act: () => unknown): void {
  if (signal.aborted) return;
  const first = look(document);
  if (first.enough) {
    act();
    return;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = () => {
    timer = undefined;
    if (signal.aborted) return;
    const now = look(document);
    if (!now.enough) return listen(now);
    stop();
    act();
  };
  const later = () => {
    timer ??= setTimeout(again, REST_MS);
  };
  const observer = new MutationObserver(later);
  const listen = ({ trees }: Look) => {
    for (const tree of [document, ...trees]) observer.observe(tree, { childList: true, characterData: true, subtree: true });
  };
  const loaded = new AbortController();
  const stop = () => {
    loaded.abort();
    observer.disconnect();
    clearTimeout(timer);
  };
  signal.addEventListener('abort', stop, { once: true });
  // A root that is attached to an element tells nobody: once more when all scripts have run.
  document.defaultView?.addEventListener('load', later, { signal: loaded.signal, once: true });
  listen(first);
}

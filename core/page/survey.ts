/** Subtrees that hold nothing to read. */
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'svg', 'SVG', 'IFRAME', 'OBJECT', 'SELECT', 'CANVAS', 'VIDEO', 'AUDIO', 'MATH', 'math']);

/**
 * The one pass over a document: every readable element in document order, with sizes summed on the way up.
 * All later stages work on these arrays by index and go back to the DOM only for the few elements they need.
 * `end[i]` is the index after the last descendant of `i`, so that `i < j && j < end[i]` means "j lies in i".
 */
export interface Survey {
  readonly elements: readonly Element[];
  /** Upper-case tag names for HTML elements, parallel to `elements`. */
  readonly tags: readonly string[];
  readonly parent: Int32Array;
  readonly end: Int32Array;
  readonly depth: Int32Array;
  /** Characters of text in the subtree (white-space-only text nodes count 0, others their full length). */
  readonly text: Int32Array;
  /** The part of `text` that lies within links. */
  readonly link: Int32Array;
  /** Characters of text directly in the element. */
  readonly own: Int32Array;
}

/** Walks `root` once (no recursion: hidden nesting of 100,000 levels is survived). Never changes the document. */
export function survey(root: Element): Survey {
  const elements: Element[] = [];
  const tags: string[] = [];
  const parent: number[] = [];
  const end: number[] = [];
  const depth: number[] = [];
  const text: number[] = [];
  const link: number[] = [];
  const own: number[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let open = -1;
  let level = 0;
  const enter = (element: Element, tag: string) => {
    elements.push(element);
    tags.push(tag);
    parent.push(open);
    end.push(0);
    depth.push(level);
    text.push(0);
    link.push(0);
    own.push(0);
    open = elements.length - 1;
    level++;
  };
  const leave = () => {
    const i = open;
    end[i] = elements.length;
    if (tags[i] === 'A') link[i] = text[i]!;
    open = parent[i]!;
    level--;
    if (open >= 0) {
      text[open]! += text[i]!;
      link[open]! += link[i]!;
    }
  };
  enter(root, root.nodeName);
  let node: Node | null = walker.firstChild();
  while (node) {
    if (node.nodeType === 3) {
      const data = (node as Text).data;
      if (data.length > 1 ? /\S/.test(data) : data.trim() !== '') {
        text[open]! += data.length;
        own[open]! += data.length;
      }
    } else if (!SKIPPED.has(node.nodeName)) {
      enter(node as Element, node.nodeName);
      const child = walker.firstChild();
      if (child) {
        node = child;
        continue;
      }
      leave();
    }
    let next = walker.nextSibling();
    while (!next && open > 0) {
      walker.parentNode();
      leave();
      next = walker.nextSibling();
    }
    node = next;
  }
  leave();
  return {
    elements,
    tags,
    parent: Int32Array.from(parent),
    end: Int32Array.from(end),
    depth: Int32Array.from(depth),
    text: Int32Array.from(text),
    link: Int32Array.from(link),
    own: Int32Array.from(own),
  };
}

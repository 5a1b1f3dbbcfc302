import { firstChildOf, nextSiblingOf, nodeNameOf, nodeTypeOf, parentOf, textContentOf } from '../safe-dom';

const SILENT = /^(?:script|style|noscript|template|svg|iframe|object|select|button|canvas|video|audio|textarea)$/i;
/** What starts a new line. */
const LINE =
  /^(?:p|div|br|li|ul|ol|dl|dd|dt|tr|table|h[1-6]|blockquote|pre|section|article|hr|figure|header|footer|aside|details|summary)$/i;

/** What an element shows first: an open shadow root stands in front of its children. */
const firstWithin = (element: Element): Node | null => firstChildOf(element.shadowRoot ?? element);

/**
 * The text of a comment's body without the subtrees that `left` holds: lines of collapsed white space, none empty.
 * Walks without recursion.
 */
export function ownWords(body: Element, left: ReadonlySet<Element>): string {
  let text = '';
  let node: Node | null = firstWithin(body);
  if (node && nodeTypeOf(node) === 3 && !nextSiblingOf(node)) return (textContentOf(node) ?? '').replace(/\s+/g, ' ').trim();
  while (node) {
    const type = nodeTypeOf(node);
    let inner: Node | null = null;
    if (type === 3) text += (node as Text).data.replace(/\s+/g, ' ');
    else if (type === 1) {
      const name = nodeNameOf(node);
      if (LINE.test(name)) text += '\n';
      if (!SILENT.test(name) && !left.has(node as Element)) inner = firstWithin(node as Element);
    }
    let next: Node | null = inner ?? nextSiblingOf(node);
    while (!next) {
      node = parentOf(node!);
      if (node && nodeTypeOf(node) === 11) node = (node as ShadowRoot).host;
      if (!node || node === body) break;
      if (LINE.test(nodeNameOf(node))) text += '\n';
      next = nextSiblingOf(node);
    }
    node = next;
  }
  return text
    .replace(/ *\n[\n ]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}

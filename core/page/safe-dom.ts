/**
 * Reading a hostile page: `<form><input name=parentNode>` replaces the property on the form, in an extension's isolated world too (Chromium).
 * Everything in core/page reads through these prototype getters. They work across documents and frames.
 */
function getter<T, V>(prototype: T, name: keyof T & string): (node: T) => V {
  let owner: object | null = prototype as object;
  while (owner && !Object.getOwnPropertyDescriptor(owner, name)) owner = Object.getPrototypeOf(owner) as object | null;
  const get = owner && Object.getOwnPropertyDescriptor(owner, name)?.get;
  if (!get) throw new Error(`safe-dom: no getter "${name}"`);
  return (node: T) => get.call(node) as V;
}

export const nodeNameOf = getter<Node, string>(Node.prototype, 'nodeName');
export const nodeTypeOf = getter<Node, number>(Node.prototype, 'nodeType');
export const parentOf = getter<Node, Node | null>(Node.prototype, 'parentNode');
export const shadowRootOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const contentDocumentOf = getter<HTMLIFrameElement, Document | null>(HTMLIFrameElement.prototype, 'contentDocument');
export const parentElementOf = getter<Node, Element | null>(Node.prototype, 'parentElement');
export const textContentOf = getter<Node, string | null>(Node.prototype, 'textContent');
export const firstChildOf = getter<Node, ChildNode | null>(Node.prototype, 'firstChild');
export const nextSiblingOf = getter<Node, ChildNode | null>(Node.prototype, 'nextSibling');
export const ownerDocumentOf = getter<Node, Document | null>(Node.prototype, 'ownerDocument');
export const isConnectedOf = getter<Node, boolean>(Node.prototype, 'isConnected');
export const nextElementOf = getter<Element, Element | null>(Element.prototype, 'nextElementSibling');
export const previousElementOf = getter<Element, Element | null>(Element.prototype, 'previousElementSibling');
export const classNameOf = (element: Element): string => attributeOf(element, 'class') ?? '';

/** The `body` of a document, or its root element. `<img name=body>` can't stand in for it. null for an empty document. */
export const bodyOf = (
  (get) =>
  (document: Document): Element | null =>
    (get(document) as Element | null) ?? documentElementOf(document)
)(getter<Document, HTMLElement | null>(Document.prototype, 'body'));
export const documentElementOf = getter<Document, Element | null>(Document.prototype, 'documentElement');
export const titleOf = getter<Document, string>(Document.prototype, 'title');

const { getAttribute, getAttributeNames, hasAttribute, setAttribute, removeAttribute, matches, querySelector, querySelectorAll, closest } =
  Element.prototype;
const { getBoundingClientRect } = Element.prototype;
const puts = { append: Element.prototype.append, prepend: Element.prototype.prepend, after: Element.prototype.after };
const { createTreeWalker, querySelector: find, querySelectorAll: findAll } = Document.prototype;
const { contains, compareDocumentPosition } = Node.prototype;

export const attributeOf = (element: Element, name: string): string | null => getAttribute.call(element, name);
export const attributeNamesOf = (element: Element): string[] => getAttributeNames.call(element);
export const hasAttributeOf = (element: Element, name: string): boolean => hasAttribute.call(element, name);
/** Where an element stands in the window. Asks for layout: sparingly. */
export const rectOf = (element: Element): DOMRect => getBoundingClientRect.call(element);
export const matchesOf = (element: Element, selector: string): boolean => matches.call(element, selector);
export const closestOf = (element: Element, selector: string): Element | null => closest.call(element, selector);
export const queryOf = (element: Element, selector: string): Element | null => querySelector.call(element, selector);
export const queryAllOf = (element: Element, selector: string): NodeListOf<Element> => querySelectorAll.call(element, selector);
export const queryIn = (document: Document, selector: string): Element | null => find.call(document, selector);
export const queryAllIn = (document: Document, selector: string): NodeListOf<Element> => findAll.call(document, selector);
/** Changes to the page's own elements, which may be forms with fields of these names. */
export const setAttributeOf = (element: Element, name: string, value: string): void => setAttribute.call(element, name, value);
export const removeAttributeOf = (element: Element, name: string): void => removeAttribute.call(element, name);
export const putInto = (element: Element, where: 'append' | 'prepend' | 'after', node: Node): void => puts[where].call(element, node);
export const containsOf = (node: Node, other: Node | null): boolean => contains.call(node, other);
/** True when `a` stands before `b` in the document. */
export const precedes = (a: Node, b: Node): boolean => (compareDocumentPosition.call(a, b) & 4) !== 0;
/** A tree walker over `root` that no named element of the page can replace. */
export const walkerOf = (document: Document, root: Node, show: number): TreeWalker => createTreeWalker.call(document, root, show);

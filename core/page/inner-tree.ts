import { attributeOf, bodyOf, contentDocumentOf, nodeTypeOf, parentOf, shadowRootOf } from './safe-dom';

/** Frames that never hold comments: advertisements, counters and puzzles often stand in frames of the page's own origin. */
const ASIDE =
  /(?:^|[^a-z])(?:ads?|adv|adsense|doubleclick|googlesyndication|google_ads|banner|sponsor|analytics|captcha|recaptcha|pixel)(?:[^a-z]|$)/i;

/**
 * The tree that an element shows instead of its children, or in front of them: its open shadow root, or the body of a frame of the same origin.
 * null for other elements, closed roots, frames of another origin and frames that are plainly beside the matter.
 */
export function innerTreeOf(element: Element, tag: string): ShadowRoot | Element | null {
  if (tag !== 'IFRAME') return shadowRootOf(element);
  const names = ['id', 'name', 'class', 'title', 'src'].map((name) => attributeOf(element, name)?.slice(0, 200) ?? '').join(' ');
  if (ASIDE.test(names)) return null;
  try {
    const inner = contentDocumentOf(element as HTMLIFrameElement);
    return inner && bodyOf(inner);
  } catch {
    return null; // a frame that has just moved to another origin
  }
}

/** The node around a node, out of an open shadow root to its host; null at the top of a document. */
export function around(node: Node): Node | null {
  return parentOf(node) ?? (nodeTypeOf(node) === 11 ? ((node as ShadowRoot).host ?? null) : null);
}

/** What a style sheet or an observer for a tree belongs to: the shadow root, or the document of a frame's body. */
export const scopeOf = (tree: ShadowRoot | Element): ShadowRoot | Document =>
  nodeTypeOf(tree) === 11 ? (tree as ShadowRoot) : tree.ownerDocument!;

import { HOST_TAG } from './letters';
import { attributeOf, firstChildOf, nodeNameOf, textContentOf } from './safe-dom';

/**
 * True for nodes that Postil put into the page. What they show lies in shadow roots: a host with children or a wrapper with words is the page's
 * own, named like ours so that it is passed over.
 */
export function isOurs(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  if (nodeNameOf(node) === HOST_TAG.toUpperCase()) return firstChildOf(node) === null;
  const role = attributeOf(node as Element, 'data-postil') ?? '';
  if (/\bsheet\b/.test(role)) return nodeNameOf(node) === 'STYLE';
  return /\bwrap\b/.test(role) && textContentOf(node) === '';
}

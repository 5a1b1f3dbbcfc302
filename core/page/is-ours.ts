import { HOST_TAG } from './letters';
import { attributeOf, nodeNameOf } from './safe-dom';

/** True for nodes that Postil put into the page. */
export function isOurs(node: Node): boolean {
  return (
    node.nodeType === 1 &&
    (nodeNameOf(node) === HOST_TAG.toUpperCase() || /\b(?:wrap|sheet)\b/.test(attributeOf(node as Element, 'data-postil') ?? ''))
  );
}

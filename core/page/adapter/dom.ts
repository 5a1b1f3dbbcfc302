import { closestOf, containsOf, matchesOf, nextElementOf, parentElementOf, previousElementOf, queryAllIn, queryAllOf } from '../safe-dom';

/** Everything below `scope` that css names, in page order. */
export function below(scope: Document | ShadowRoot | Element, css: string): ArrayLike<Element> {
  if (scope.nodeType === 1) return queryAllOf(scope as Element, css);
  return scope.nodeType === 9 ? queryAllIn(scope as Document, css) : scope.querySelectorAll(css);
}

export const closestTo = closestOf;
export const matchesCss = matchesOf;

/** The host of the shadow root that a node stands in; null in the document. */
export function hostOf(node: Node): Element | null {
  const root: Node = Node.prototype.getRootNode.call(node);
  return root instanceof ShadowRoot ? root.host : null;
}

/** The element around an element, through open shadow roots. */
export const around = (element: Element): Element | null => parentElementOf(element) ?? hostOf(element);

/** Whether `inner` lies in `outer` (or is it), through open shadow roots. */
export function holds(outer: Element, inner: Element): boolean {
  for (let node: Element | null = inner; node; node = hostOf(node)) if (containsOf(outer, node)) return true;
  return false;
}

export const siblingOf = (element: Element, forward: boolean): Element | null =>
  forward ? nextElementOf(element) : previousElementOf(element);

/** What css names in the open shadow roots at or below `element`, in page order. */
export function pierce(element: Element, css: string, found: Element[] = []): Element[] {
  const shadow = element.shadowRoot;
  if (shadow) inShadow(shadow, css, found);
  // A host need not be a custom element (div, section …), so every element below is asked.
  for (const inner of Array.from(queryAllOf(element, '*'))) if (inner.shadowRoot) inShadow(inner.shadowRoot, css, found);
  return found;
}

function inShadow(shadow: ShadowRoot, css: string, found: Element[]): void {
  for (const element of Array.from(shadow.querySelectorAll('*'))) {
    if (matchesOf(element, css)) found.push(element);
    if (element.shadowRoot) inShadow(element.shadowRoot, css, found);
  }
}

import type { Source } from '../../model/source';
import type { Steps } from '../steps';
import { below, closestTo, matchesCss, pierce, siblingOf } from './dom';

/** The records that an adapter's root names, and where its fields are looked for. */
export interface Roots {
  readonly roots: readonly Element[];
  readonly index: ReadonlyMap<Element, number>;
  /** css of a root within its own tree. */
  readonly css: string;
  /** The trees that roots stand in: the document, or shadow roots; where only some records are read, these. */
  readonly scopes: readonly (Document | ShadowRoot | Element)[];
}

/** Of `within` and all in it, the roots that the first matching source of the page names. null when it names none, or looks into shadow roots. */
export function rootsWithin(within: readonly Element[], sources: readonly Source[]): Roots | null {
  for (const { steps } of sources) {
    const css = steps[0] ?? '';
    if (steps.length > 1) return null;
    const roots = within.flatMap((top) => [...(matchesCss(top, css) ? [top] : []), ...Array.from(below(top, css))]);
    if (roots.length > 0) return { roots, index: new Map(roots.map((root, i) => [root, i])), css, scopes: within };
  }
  return null;
}

/** Finds the roots that the first matching source names. null when none does. */
export function findRoots(document: Document, sources: readonly Source[]): Roots | null {
  for (const source of sources) {
    const [first = '', ...deeper] = source.steps;
    let roots: Element[] = Array.from(below(document, first));
    for (const css of deeper) roots = roots.flatMap((host) => pierce(host, css));
    if (roots.length === 0) continue;
    const scopes = deeper.length
      ? new Set(roots.map((root) => root.getRootNode() as ShadowRoot))
      : new Set<Document | ShadowRoot>([document]);
    roots = Array.from(new Set(roots));
    return { roots, index: new Map(roots.map((root, i) => [root, i])), css: source.steps.at(-1) ?? '', scopes: [...scopes] };
  }
  return null;
}

/** Records or elements looked at in one step. */
const STEP = 64;

/**
 * Calls `visit` for each element that a source names, with the record it belongs to: that is the closest root around it,
 * so a nested reply's author never counts for its parent. One query a field, not one a record and field: on 1,000 comments
 * that is about a third of the cost.
 */
export function* locate(
  source: Source,
  page: Roots,
  wanted: (record: number) => boolean,
  visit: (record: number, element: Element) => void,
): Steps<void> {
  const { roots, index } = page;
  const [css = '', ...deeper] = source.steps;
  if (source.way !== '' || deeper.length > 0 || css === '') {
    for (const [i, root] of roots.entries()) {
      if (i % STEP === 0) yield;
      if (!wanted(i)) continue;
      for (const element of fromRoot(source, root, page)) visit(i, element);
    }
    return;
  }
  const global = css.includes(':scope') ? css.replaceAll(':scope', `:is(${page.css})`) : css;
  for (const scope of page.scopes) {
    const found = allOf(scope, global);
    for (let k = 0; k < found.length; k++) {
      if (k % STEP === 0) yield;
      const owner = closestTo(found[k]!, page.css);
      const i = owner ? index.get(owner) : undefined;
      if (i !== undefined && wanted(i)) visit(i, found[k]!);
    }
  }
}

/** What css names in a tree, or of one record and what is in it. */
function allOf(scope: Document | ShadowRoot | Element, css: string): ArrayLike<Element> {
  const found = below(scope, css);
  return scope.nodeType === 1 && matchesCss(scope as Element, css) ? [scope as Element, ...Array.from(found)] : found;
}

function fromRoot(source: Source, root: Element, page: Roots): readonly Element[] {
  const [css = '', ...deeper] = source.steps;
  if (source.way === '^') {
    const outer = closestTo(root, css);
    return outer ? [outer] : [];
  }
  if (source.way !== '') {
    let sibling = siblingOf(root, source.way === '+');
    while (sibling && !page.index.has(sibling)) {
      if (matchesCss(sibling, css)) return [sibling];
      const inner = below(sibling, css);
      if (inner.length) return Array.from(inner);
      sibling = siblingOf(sibling, source.way === '+');
    }
    return [];
  }
  let found: Element[] = css === '' ? [root] : Array.from(below(root, css)).filter((element) => closestTo(element, page.css) === root);
  for (const step of deeper) found = found.flatMap((element) => pierce(element, step));
  return found;
}

import { HOST_TAG } from './letters';
import { nodeNameOf, queryOf } from './safe-dom';
import { createIn } from './safe-write';

declare const __E2E__: boolean;

/** One element of Postil's in a page and what it shows, out of the page's reach. */
export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** What to remove from the page: the element, or the table cell, list item or definition that it had to be wrapped in. */
  readonly outer: HTMLElement;
}

/** What the element is for, as `data-postil`; `keep` exempts it from the rules that hide a comment's own content. */
export type HostKind = 'stub' | 'chip' | 'note' | 'app';

const made = new WeakSet<Node>();

/** True for an element that was made here, whatever a page names its own. */
export const isMade = (node: Node): boolean => made.has(node);

/** Makes a host with a closed shadow root (open in the e2e build) and its style. `parent` is where it will stand: table rows and lists need a wrapper. */
export function makeHost(document: Document, kind: HostKind, css: string, theme: string, parent: Element | null = null): Host {
  const element = createIn(document, HOST_TAG);
  element.setAttribute('data-postil', `keep ${kind}`);
  if (theme !== 'auto') element.setAttribute('data-theme', theme);
  const root = element.attachShadow({ mode: __E2E__ ? 'open' : 'closed' });
  const style = createIn(document, 'style');
  style.textContent = css;
  root.append(style);
  const outer = parent ? wrapFor(document, element, parent) : element;
  made.add(outer);
  return { element, root, outer };
}

/** What a container of fixed content allows as a child. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  TR: ['td'],
  TBODY: ['tr', 'td'],
  THEAD: ['tr', 'td'],
  TABLE: ['tbody', 'tr', 'td'],
  UL: ['li'],
  OL: ['li'],
  DL: ['dd'],
};

function wrapFor(document: Document, element: HTMLElement, parent: Element): HTMLElement {
  let outer = element;
  for (const tag of [...(WRAPPERS[nodeNameOf(parent)] ?? [])].reverse()) {
    const wrapper = createIn(document, tag);
    wrapper.setAttribute('data-postil', 'keep wrap');
    if (tag === 'td') (wrapper as HTMLTableCellElement).colSpan = columnsOf(parent);
    wrapper.append(outer);
    outer = wrapper;
  }
  return outer;
}

/** Columns of the table that a row, section or table belongs to, 1 at least. */
function columnsOf(parent: Element): number {
  const row = nodeNameOf(parent) === 'TR' ? parent : queryOf(parent, 'tr');
  let columns = 0;
  for (let cell = row?.firstElementChild ?? null; cell; cell = cell.nextElementSibling) {
    if (cell.nodeName === 'TD' || cell.nodeName === 'TH') columns += (cell as HTMLTableCellElement).colSpan;
  }
  return Math.max(1, columns);
}

import type { BlockKind } from '../../model/article';
import { nodeTypeOf, walkerOf } from '../safe-dom';
import type { Steps } from '../steps';
import type { Survey } from '../survey';
import { CONTROLS, HEADING, INLINE } from './tags';

/** A run of text between two block boundaries, before anything is known about its worth. */
export interface RawBlock {
  readonly kind: BlockKind;
  readonly level: number | null;
  /** White-space-collapsed, never empty. */
  readonly text: string;
  /** Characters of `text` (about) that lie in links. */
  readonly link: number;
  /** Index in the survey of the nearest block element around the run. */
  readonly owner: number;
  /** Index of the element itself that carries the kind (li, blockquote, figure …), the owner otherwise. */
  readonly carrier: number;
  /** True when the owner holds other blocks as well (text directly in a div, lines parted by br). */
  readonly bare: boolean;
  /** Characters in strong, b, em, i. */
  readonly bold: number;
}

const BOLD = new Set(['B', 'STRONG', 'EM', 'I']);
/** Longest block kept: a page of one endless line must not become one string of megabytes. */
const MAX_BLOCK = 100_000;
/** No story is made of more; what follows is a table of data or a log. */
const MOST_BLOCKS = 20_000;
/** Nodes walked in one step. */
const STEP = 500;
/** White space but for the single spaces between words, which are most of it and stay as they are. */
const UNTIDY = /(?:[^\S ]|\u200b)[\s\u200b]*| [\s\u200b]+/g;
const tidy = (text: string) => text.replace(UNTIDY, ' ').trim();
/** An indent at the start of a line: the paragraph mark of old Chinese pages, where lines are parted by a single br. */
const INDENTED = /^[\r\n\t ]*(?:[\u3000\u2003]|[\u00a0]{2})/;

/**
 * Reads the blocks of the element `root` (an index in the survey) in page order. `skip` gives for an index the index to go on
 * at (its own when it is to be read): so comments and chrome cost nothing. Iterative, no layout, changes nothing.
 */
export function* readBlocks(document: Document, survey: Survey, root: number, skip: (index: number) => boolean): Steps<RawBlock[]> {
  const { elements, tags, end, text: size } = survey;
  const blocks: RawBlock[] = [];
  // Open block elements, outermost first, and the kind each gives to what lies in it.
  const open: { index: number; kind: BlockKind; level: number | null; carrier: number; broken: boolean }[] = [];
  let parts: string[] = [];
  let link = 0;
  let bold = 0;
  let inLink = 0;
  let inBold = 0;
  let breaks = 0;
  const flush = () => {
    breaks = 0;
    if (parts.length === 0) return;
    const text = tidy(parts.length === 1 ? parts[0]! : parts.join('')).slice(0, MAX_BLOCK);
    const holder = open[open.length - 1]!;
    if (text !== '')
      blocks.push({
        kind: holder.kind,
        level: holder.level,
        text,
        link: Math.min(link, text.length),
        owner: holder.index,
        carrier: holder.carrier,
        bare: holder.broken,
        bold: Math.min(bold, text.length),
      });
    parts = [];
    link = 0;
    bold = 0;
  };
  const enter = (index: number, tag: string) => {
    const outer = open[open.length - 1];
    if (outer) outer.broken = true;
    flush();
    let kind: BlockKind = outer?.kind ?? 'paragraph';
    let level = outer?.level ?? null;
    let carrier = index;
    const heading = HEADING.exec(tag);
    if (heading) {
      kind = 'heading';
      level = Number(heading[1]);
    } else if (tag === 'LI' || tag === 'DD' || tag === 'DT') kind = 'item';
    else if (tag === 'BLOCKQUOTE') kind = 'quote';
    else if (tag === 'PRE') kind = 'code';
    else if (tag === 'FIGCAPTION' || tag === 'FIGURE' || tag === 'CAPTION') kind = 'caption';
    else carrier = kind === 'paragraph' ? index : (outer?.carrier ?? index);
    open.push({ index, kind, level, carrier, broken: false });
  };
  const walker = walkerOf(document, elements[root]!, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  // Every element the walker stands in, so that leaving needs no look at the DOM: -1 for inline ones, their tag beside.
  const path: string[] = [tags[root]!];
  enter(root, tags[root]!);
  let index = root;
  let node: Node | null = walker.firstChild();
  for (let walked = 1; node && blocks.length < MOST_BLOCKS; walked++) {
    if (walked % STEP === 0) yield;
    if (nodeTypeOf(node) === 3) {
      const data = (node as Text).data;
      if (/\S/.test(data)) {
        if (breaks > 1 || (breaks === 1 && INDENTED.test(data))) {
          open[open.length - 1]!.broken = true;
          flush();
        }
        breaks = 0;
        parts.push(data);
        const length = data.length;
        if (inLink) link += length;
        if (inBold) bold += length;
      } else if (parts.length) parts.push(' ');
    } else {
      const element = node as Element;
      const next = index + 1;
      // The survey left this element out when it is not the next one of its list.
      if (next < end[root]! && elements[next] === element) {
        const tag = tags[next]!;
        if (tag === 'BR') {
          breaks++;
          if (parts.length) parts.push(' ');
          index = next;
        } else if (tag === 'HR') {
          flush();
          index = next;
        } else if (size[next] === 0 || CONTROLS.has(tag) || skip(next)) {
          // Nothing to read, though an empty block still parts two lines.
          if (!INLINE.has(tag)) flush();
          index = end[next]! - 1;
        } else {
          index = next;
          if (INLINE.has(tag)) {
            if (tag === 'A') inLink++;
            else if (BOLD.has(tag)) inBold++;
          } else enter(next, tag);
          const child = walker.firstChild();
          if (child) {
            path.push(tag);
            node = child;
            continue;
          }
        }
      }
    }
    let sibling = walker.nextSibling();
    while (!sibling && path.length > 1) {
      walker.parentNode();
      const tag = path.pop()!;
      if (tag === 'A') inLink--;
      else if (BOLD.has(tag)) inBold--;
      else if (!INLINE.has(tag)) {
        flush();
        open.pop();
      }
      sibling = walker.nextSibling();
    }
    node = sibling;
  }
  flush();
  return blocks;
}

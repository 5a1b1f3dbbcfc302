import type { CommentElements } from './found';
import { nodeNameOf, parentElementOf, queryOf } from './safe-dom';

/** Where a chip goes: `append` into `element`, or `after` it. */
export interface ChipSpot {
  readonly element: Element;
  readonly where: 'append' | 'after' | 'prepend';
}

const INLINE = new Set([
  'A',
  'SPAN',
  'B',
  'STRONG',
  'EM',
  'I',
  'CITE',
  'FONT',
  'BDI',
  'SMALL',
  'LABEL',
  'U',
  'CODE',
  'ABBR',
  'TIME',
  'BUTTON',
]);
const FIXED = new Set(['TABLE', 'TBODY', 'THEAD', 'TR', 'UL', 'OL', 'DL']);

/** Behind the author's name; before the comment's own words where nobody is named. null when there is no place at all. */
export function chipSpot({ nodes, author, body }: CommentElements): ChipSpot | null {
  if (author && !FIXED.has(nodeNameOf(author))) {
    const roots = new Set(nodes);
    let place = author;
    // A chip inside a link or button would click it.
    for (let up: Element | null = author; up && !roots.has(up); up = parentElementOf(up)) {
      if (/^(?:A|BUTTON|LABEL)$/.test(nodeNameOf(up))) place = up;
    }
    const inline = INLINE.has(nodeNameOf(place)) || nodeNameOf(place).includes('-');
    return inline && !roots.has(place) ? { element: place, where: 'after' } : { element: place, where: 'append' };
  }
  const first = body[0] ?? nodes[0];
  if (!first) return null;
  if (!FIXED.has(nodeNameOf(first))) return { element: first, where: 'prepend' };
  const cell = queryOf(first, 'td, th, li, dd');
  return cell && { element: cell, where: 'prepend' };
}

import type { Decision } from '../model/decision';
import type { CommentElements } from './found';
import { isMade } from './host';
import { ownParts } from './own-parts';
import type { Plan } from './plan-paint';
import { firstChildOf, hasAttributeOf, nextSiblingOf, nodeTypeOf } from './safe-dom';

/** What of a decision is shown on the comment itself. */
export interface PaintMarks {
  readonly treatment: Decision['treatment'] | undefined;
  readonly colour: Decision['colour'] | undefined;
  readonly isNew: boolean;
  /** Whether there is room for a bar left of an element. Asked of comments that are new alone: it reads the layout. */
  readonly hasMargin: (element: Element) => boolean;
}

/** The words that each element of one comment gets in `data-postil`, which our sheet paints by. `innerNodes`: roots of the replies that stand within it. */
export function tokensOf(
  { nodes, copies }: CommentElements,
  innerNodes: readonly Element[],
  shape: Plan['shape'],
  { treatment, colour, isNew, hasMargin }: PaintMarks,
): ReadonlyMap<Element, readonly string[]> {
  const tokens = new Map<Element, string[]>();
  const add = (element: Element, token: string) => {
    const list = tokens.get(element);
    if (list) list.push(token);
    else tokens.set(element, [token]);
  };
  const { parts, bare } = ownParts(nodes, innerNodes);
  const first = nodes[0]!;
  const isLeaf = innerNodes.length === 0;
  const isShown = shape === 'plain' || shape === 'opened';
  if (isShown) {
    if (treatment === 'dim') for (const part of parts) add(part, 'dim');
    if (treatment === 'highlight') for (const part of parts) add(part, `tint ${colour ?? 'yellow'}`);
    if (isNew) for (const part of parts) add(part, parts[0] === first && !hasMargin(first) ? 'new inset' : 'new');
  } else if (isLeaf && (shape === 'stub' || shape === 'fold')) {
    // A leaf needs one attribute; a comment with replies inside is hidden part by part.
    add(first, 'stub');
    for (const fake of fakesIn(first)) add(fake, 'gone');
    for (const node of nodes.slice(1)) add(node, 'gone');
    if (hasBareText(first)) add(first, 'bare');
    for (const element of bare) add(element, 'mute');
  } else {
    for (const part of parts) add(part, 'gone');
    for (const element of bare) add(element, 'mute');
  }
  for (const copy of copies ?? []) {
    const shown = tokens
      .get(first)
      ?.join(' ')
      .replace(/ ?new(?: inset)?/, '');
    const token = isShown ? shown : 'gone';
    if (token) add(copy, token);
  }
  return tokens;
}

/** Children of the page's own that are named like ours: the rule that hides a comment's content passes over what is ours. */
function fakesIn(element: Element): Element[] {
  const fakes: Element[] = [];
  for (let child = firstChildOf(element); child; child = nextSiblingOf(child))
    if (nodeTypeOf(child) === 1 && hasAttributeOf(child as Element, 'data-postil') && !isMade(child)) fakes.push(child as Element);
  return fakes;
}

function hasBareText(element: Element): boolean {
  for (let child = firstChildOf(element); child; child = nextSiblingOf(child))
    if (nodeTypeOf(child) === 3 && /\S/u.test((child as Text).data)) return true;
  return false;
}

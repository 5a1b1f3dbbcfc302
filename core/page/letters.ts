/** Name of every element that Postil puts into a page. Readers skip it. */
export const HOST_TAG = 'postil-ui';

/** The letters (all but white space) of some elements, and where each stands in the DOM. Pages and readers collapse white space in different ways; letters agree. */
export interface Letters {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Parallel to `nodes`: index in `text` of the node's first letter. */
  readonly starts: readonly number[];
}

const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', HOST_TAG.toUpperCase()]);
const SPACE = /\s+/gu;

/** Drops white space. */
export const lettersOf = (text: string): string => text.replace(SPACE, '');

/** Reads the letters of elements in order, what lies in Postil's own elements, scripts and styles left out. */
export function readLetters(elements: readonly Element[]): Letters {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  for (const element of elements) {
    const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === 1 && SILENT.has(node.nodeName.toUpperCase()) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType !== 3) continue;
      const letters = lettersOf((node as Text).data);
      if (letters === '') continue;
      nodes.push(node as Text);
      starts.push(text.length);
      text += letters;
    }
  }
  return { text, nodes, starts };
}

/** Index in a text of its `nth` letter (UTF-16 units that are not white space); the text's length when there are fewer. */
export function letterAt(text: string, nth: number): number {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    if (/\s/u.test(text[i]!)) continue;
    if (seen === nth) return i;
    seen++;
  }
  return text.length;
}

/** The DOM range of letters `start`–`end`; null when they lie outside. */
export function rangeOfLetters(letters: Letters, start: number, end: number): Range | null {
  if (start < 0 || end <= start || end > letters.text.length) return null;
  const [first, from] = placeOf(letters, start);
  const [last, to] = placeOf(letters, end - 1);
  const range = first.ownerDocument.createRange();
  range.setStart(first, from);
  range.setEnd(last, to + 1);
  return range;
}

function placeOf({ nodes, starts }: Letters, index: number): readonly [Text, number] {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= index) low = middle;
    else high = middle - 1;
  }
  const node = nodes[low]!;
  return [node, letterAt(node.data, index - starts[low]!)];
}

/** How many letters stand before a boundary point; letters of nodes outside count by document order. */
export function lettersBefore({ nodes, starts, text }: Letters, container: Node, offset: number): number {
  const point = container.ownerDocument!.createRange();
  point.setStart(container, offset);
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point.comparePoint(nodes[middle]!, 0) < 0) low = middle + 1;
    else high = middle;
  }
  // `low` is the first node that starts at or after the point: the one before it may hold the point.
  const holder = nodes[low - 1];
  if (holder === container) return starts[low - 1]! + lettersOf(holder.data.slice(0, offset)).length;
  return starts[low] ?? text.length;
}

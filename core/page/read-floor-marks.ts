import { attributeOf, parentElementOf } from './safe-dom';
import type { Steps } from './steps';
import type { Layout } from './thread/layout';

/** Attributes in which engines keep the number of a post within its thread. */
const FLOOR_ATTRIBUTES = ['data-floor', 'data-post-number', 'data-postnumber', 'data-floor-number', 'data-lou', 'data-comment-number'];
/** Elements of a record that are asked, from its root on. */
const NEAR_ROOT = 10;
/** A mark that none of so many records has is not looked for in the rest. */
const FIRST = 5;

/** Floors that no text shows: an attribute of that name, schema.org positions, the numbers of an ordered list that says where it starts. */
export function* countedFloors(layout: Layout): Steps<(string | null)[]> {
  const none = layout.spans.map(() => null);
  return (yield* byAttribute(layout)) ?? (yield* byPosition(layout)) ?? byList(layout) ?? none;
}

/** What stands in each record; null where the first records have none. */
function* ofEach(layout: Layout, read: (elements: readonly number[]) => string | null): Steps<(string | null)[] | null> {
  const found: (string | null)[] = [];
  for (let k = 0; k < layout.elements.length; k++) {
    if (layout.turns[k]) yield;
    if (k === FIRST && found.every((value) => value === null)) return null;
    found.push(read(layout.elements[k]!));
  }
  return found;
}

function* byAttribute(layout: Layout): Steps<(string | null)[] | null> {
  for (const name of FLOOR_ATTRIBUTES) {
    const found = yield* ofEach(layout, (elements) => {
      for (const i of elements.slice(0, NEAR_ROOT)) {
        const value = attributeOf(layout.page.elements[i]!, name);
        if (value !== null && /^\d{1,6}$/.test(value)) return value;
      }
      return null;
    });
    if (found && isNumbered(found)) return found;
  }
  return null;
}

/** `<meta itemprop=position content=12>` */
function* byPosition(layout: Layout): Steps<(string | null)[] | null> {
  const found = yield* ofEach(layout, (elements) => {
    for (const i of elements.slice(0, NEAR_ROOT)) {
      if (layout.page.tags[i] !== 'META') continue;
      const element = layout.page.elements[i]!;
      const value = attributeOf(element, 'itemprop') === 'position' ? attributeOf(element, 'content') : null;
      if (value !== null && /^\d{1,6}$/.test(value)) return value;
    }
    return null;
  });
  return found && isNumbered(found) ? found : null;
}

/** `<ol start=21>`: only a list that is told where to start shows its numbers for sure. */
function byList(layout: Layout): (string | null)[] | null {
  const { page, spans } = layout;
  const next = new Map<Element, number>();
  const found = spans.map(({ start }) => {
    const element = page.elements[start]!;
    const list = page.tags[start] === 'LI' ? parentElementOf(element) : null;
    if (!list) return null;
    const from = next.get(list) ?? Number.parseInt(attributeOf(list, 'start') ?? '', 10);
    const told = Number.parseInt(attributeOf(element, 'value') ?? '', 10);
    const value = Number.isNaN(told) ? from : told;
    if (Number.isNaN(value)) return null;
    next.set(list, value + 1);
    return String(value);
  });
  return isNumbered(found) ? found : null;
}

/** In most records, all different, rising or falling. */
function isNumbered(found: readonly (string | null)[]): boolean {
  const values = found.flatMap((value) => (value === null ? [] : [Number(value)]));
  if (values.length < Math.max(2, 0.8 * found.length)) return false;
  const rising = values.filter((value, n) => n > 0 && value > values[n - 1]!).length;
  const falling = values.filter((value, n) => n > 0 && value < values[n - 1]!).length;
  return Math.max(rising, falling) === values.length - 1;
}

import { rectOf } from './safe-dom';

/**
 * Runs `change`, which may change heights, so that what is being read stays where it is on the screen.
 * `tops` are the candidates for the fixed point in page order. Costs no layout while the page stands at its top.
 */
export function keepReading(view: Window, tops: readonly Element[], change: () => void): void {
  const anchor = view.scrollY > 0 ? firstInView(tops) : -1;
  if (anchor < 0) {
    change();
    return;
  }
  const before = tops.slice(anchor, anchor + 4).map((element) => rectOf(element).top);
  change();
  for (let i = 0; i < before.length; i++) {
    const box = rectOf(tops[anchor + i]!);
    if (box.height === 0) continue;
    const moved = box.top - before[i]!;
    if (Math.abs(moved) >= 1) view.scrollBy({ top: moved, behavior: 'instant' });
    return;
  }
}

/** Index of the first element whose lower edge lies below the upper edge of the window; -1 without one. Page order makes this a binary search. */
function firstInView(elements: readonly Element[]): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = rectOf(elements[middle]!);
    if (box.height > 0 && box.bottom <= 0) low = middle + 1;
    else if (box.height === 0 && middle + 1 < high) {
      // Nothing to be seen of it: its neighbour tells the side.
      const next = rectOf(elements[middle + 1]!);
      if (next.bottom <= 0) low = middle + 2;
      else high = middle;
    } else high = middle;
  }
  return low < elements.length ? low : -1;
}

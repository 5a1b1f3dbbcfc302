import type { CommentElements } from './found';
import { setHighlight } from './highlight';

/** How long a revealed place shines. */
const FLASH_MS = 1600;

/** Scrolls an element or range to the middle of the window, at once where the reader asked for less motion. */
export function scrollToPlace(view: Window, place: Element | Range): void {
  const smooth = !view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior: ScrollBehavior = smooth ? 'smooth' : 'instant';
  if ('scrollIntoView' in place) {
    const tall = place.getBoundingClientRect().height > view.innerHeight * 0.8;
    place.scrollIntoView({ block: tall ? 'start' : 'center', behavior });
    return;
  }
  // The element first (it may stand in a scroller of its own), then the exact line.
  const holder = place.startContainer.parentElement;
  holder?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { top, height } = place.getBoundingClientRect();
  view.scrollBy({ top: top - (view.innerHeight - height) / 2, behavior });
}

let flashes = 0;

/** Lets ranges shine for a moment. A newer flash replaces an older one. */
export function flash(document: Document, ranges: readonly Range[]): void {
  const mine = ++flashes;
  setHighlight(document, 'postil-flash', ranges);
  setTimeout(() => {
    if (mine === flashes) setHighlight(document, 'postil-flash', []);
  }, FLASH_MS);
}

/** What shines when a comment is revealed: its own words, or its nodes where it has none. */
export function rangesOfComment({ body, nodes }: CommentElements): readonly Range[] {
  return (body.length > 0 ? body : nodes).map((element) => {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    return range;
  });
}

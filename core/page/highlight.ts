import { dropSheet, needSheet } from './sheet';

/**
 * Marks ranges of the page without touching its DOM (CSS Custom Highlight API; Chromium 105, Firefox 140). `name` is one of the names in
 * PAGE_CSS: `postil-flash`, `postil-point`, `postil-<colour>`. An empty list takes the highlight away. Where the API is missing nothing shows.
 */
export function setHighlight(document: Document, name: string, ranges: readonly Range[]): void {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return;
  if (ranges.length === 0) {
    if (CSS.highlights.delete(name)) dropSheet(document, name);
    return;
  }
  needSheet(document, name);
  CSS.highlights.set(name, new Highlight(...ranges));
}

import { attributeOf, hasAttributeOf } from './safe-dom';

const HIDING = /(?:^|\s)(?:hidden|hide|is-hidden|visually-?hidden|sr-only|d-none|invisible|screen-reader-text)(?:\s|$)/i;

/** Is it a box for a script or a screen reader? Told by its markup alone: what the style sheet says would cost a layout. */
export function isUnseen(element: Element): boolean {
  return (
    hasAttributeOf(element, 'hidden') ||
    HIDING.test(attributeOf(element, 'class') ?? '') ||
    /display\s*:\s*none/i.test(attributeOf(element, 'style') ?? '')
  );
}

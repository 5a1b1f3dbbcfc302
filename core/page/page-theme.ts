import { bodyOf, documentElementOf } from './safe-dom';

/** Below this relative luminance a background counts as dark. */
const DARK = 0.2;

/** Relative luminance of a computed colour (WCAG 2), null when it is transparent or no rgb(). */
export function luminance(colour: string): number | null {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]+)\)$/.exec(colour)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined || !(alpha > 0.5)) return null;
  const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/**
 * Whether a page is light or dark by its own background, so that what stands between its lines fits in: many pages stay light
 * when the system is dark. Two style reads.
 */
export function pageTheme(document: Document): 'light' | 'dark' {
  const root = documentElementOf(document);
  const view = document.defaultView;
  for (const element of [bodyOf(document), root]) {
    const light = element && view ? luminance(view.getComputedStyle(element).backgroundColor) : null;
    if (light !== null) return light < DARK ? 'dark' : 'light';
  }
  // Without a background the browser paints its own, dark only where the page says that it can be.
  const scheme = root && view ? view.getComputedStyle(root).colorScheme : '';
  return scheme.includes('dark') && view?.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

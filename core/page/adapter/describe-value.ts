import { parseSource } from '../../model/source';
import { attributeOf, queryAllOf } from '../safe-dom';
import { firstWithin, kindsOf } from './describe';
import { valueAt } from './read-column';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** `/prefix(value)/` that takes a value out of a longer text, or '' where the text is the value; null where it is not in it. */
function patternFor(text: string, value: string): string | null {
  if (text === value) return '';
  const at = text.lastIndexOf(value);
  if (at < 0 || value === '') return null;
  // What stands before it, from the last sign that ends a word of an address or id.
  const before = /[^/?&=#\s]*[/?&=#]?$/.exec(text.slice(0, at))?.[0] ?? '';
  if (/\d/.test(before)) return null;
  return ` /${escaped(before)}(${/^\d+$/.test(value) ? '\\d+' : '[^/?&#\\s]+'})/`;
}

/** Share of the known values that a source must give back. */
const ENOUGH = 0.6;

/**
 * A source that reads `values[i]` from an attribute of `roots[i]` or of an element in it (of `within[i]` first, where given).
 * null when no attribute holds them. Values that are null are not asked for.
 */
export function describeValue(
  roots: readonly Element[],
  values: readonly (string | null)[],
  rootCss: string,
  within: readonly (Element | null)[] = [],
): string | null {
  const known = roots.map((root, i) => ({ root, value: values[i] ?? null, at: within[i] ?? null })).filter(({ value }) => value !== null);
  const first = known[0];
  if (!first) return null;
  const ways: string[] = [];
  const add = (css: string, element: Element) => {
    for (const { name, value } of Array.from(element.attributes)) {
      if (name === 'class' || name === 'style' || name.startsWith('on')) continue;
      const pattern = patternFor(value, first.value!);
      if (pattern !== null) ways.push(`${css} @${name}${pattern}`);
    }
  };
  add(':scope', first.root);
  const inner = [
    ...(first.at ? [first.at] : []),
    ...Array.from(queryAllOf(first.root, 'a,[id],[name],[data-id],[data-user-id],[data-uid],img')),
  ].slice(0, 60);
  for (const element of inner) {
    const href = attributeOf(element, 'href');
    for (const css of kindsOf(element).slice(0, 3)) add(css, element);
    const pattern = href === null ? null : patternFor(href, first.value!);
    const prefix = pattern && /^ \/(.+?)\(/.exec(pattern)?.[1]?.replaceAll('\\', '');
    if (prefix && prefix.length > 1 && !prefix.includes('"')) ways.push(`a[href*="${prefix}"] @href${pattern}`);
  }
  let best: { way: string; right: number } | null = null;
  for (const way of new Set(ways)) {
    const source = parseSource(way);
    const css = source.steps[0] ?? '';
    const right = known.filter(({ root, value }) => {
      const element = css === '' ? root : firstWithin(root, css, rootCss);
      return element !== null && valueAt(source, element) === value;
    }).length;
    if (right >= known.length * ENOUGH && right > (best?.right ?? 0)) best = { way, right };
  }
  return best?.way ?? null;
}

import { attributeOf, classNameOf, closestOf, parentElementOf, queryAllOf } from '../safe-dom';

/** Class names that say how something looks or is just now, not what it is. */
const PASSING =
  /^(?:active|selected|open|closed|even|odd|alt|first|last|new|hover|focus|hidden|show|current|loaded|visited|clear(?:fix)?|cl|cc|row|col|container|wrapper|left|right|m[trblxy]?-\S+|p[trblxy]?-\S+|d-\S+|text-\S+|bg-\S+|flex\S*|w-\S+|h-\S+|depth-\d+|level-\d+|\S*\d{3,}\S*)$/i;
/** Names a machine made: `css-1a2b3c`, `sc-169yn8p-11`, `_36ZEkSvpdj`, `Foo_bar__x7Yz`. */
const HASHED = /^(?:css|sc|jss|dcr|emotion)-|^_|__[\w-]{4,7}$|^(?=[a-z]*[A-Z\d])(?=\w*\d)[A-Za-z\d]{5,10}$/;
const PLAIN = /^[A-Za-z][\w-]*$/;

/** The class names of an element that are likely to stay, the more telling first. */
export const stableClasses = (element: Element): readonly string[] =>
  classNameOf(element)
    .split(/\s+/)
    .filter((name) => PLAIN.test(name) && !PASSING.test(name) && !HASHED.test(name));

/** An id's letters before its number: `post_12` → `post_`; '' where it has none. */
export const idPrefix = (element: Element): string =>
  /^[A-Za-z][A-Za-z_:-]*(?=\d+[A-Za-z_]*$)/.exec(attributeOf(element, 'id') ?? '')?.[0] ?? '';

/** Attributes whose presence alone marks a kind of element: their values are one element's own. */
const MARKS = /^data-[a-z-]*(?:id|key|author|user|uid|pid)$/;
/** Attributes whose value names a kind. */
const KINDS = /^(?:component|itemprop|slot|role|data-(?:[a-z-]*-)?(?:testid|test|role|type|component|class))$/;
const WORD = /^[a-z][a-z_/-]{2,30}$/i;

const marksOf = (element: Element): readonly string[] =>
  Array.from(element.attributes).flatMap(({ name, value }) =>
    KINDS.test(name) ? (WORD.test(value) ? [`[${name}="${value}"]`] : []) : MARKS.test(name) ? [`[${name}]`] : [],
  );

/** Selectors that could name all elements like this one, the sturdier first: never hashed or passing class names, never one element's own id. */
export function kindsOf(element: Element): readonly string[] {
  const tag = element.localName;
  const prefix = idPrefix(element);
  const classes = stableClasses(element);
  const found = [
    ...(prefix && classes[0] ? [`${tag}.${classes[0]}[id^="${prefix}"]`] : []),
    ...(prefix ? [`${tag}[id^="${prefix}"]`] : []),
    ...classes.map((name) => `${tag}.${name}`),
    ...marksOf(element).map((mark) => `${tag}${mark}`),
    ...(tag.includes('-') ? [tag] : []),
  ];
  const parent = parentElementOf(element);
  if (parent) {
    const id = attributeOf(parent, 'id') ?? '';
    const outer = PLAIN.test(id) && !/\d/.test(id) ? `#${id}` : (stableClasses(parent)[0] ?? '') && `.${stableClasses(parent)[0]}`;
    if (outer) found.push(`${outer} > ${tag}`);
  }
  return [...new Set(found)];
}

/** What css names first within a root itself, not within a root inside it. */
export function firstWithin(root: Element, css: string, rootCss: string): Element | null {
  for (const element of Array.from(queryAllOf(root, css))) if (closestOf(element, rootCss) === root) return element;
  return null;
}

/** Sources tried at most for one field. */
const MOST_SOURCES = 3;

/**
 * Selectors that together give `targets[i]` within `roots[i]`: each the one that serves most of the roots left, an ordered list of fallbacks.
 * Empty when none serves a fifth of them.
 */
export function describeWithin(roots: readonly Element[], targets: readonly (Element | null)[], rootCss: string): readonly string[] {
  let left = roots.map((root, i) => ({ root, target: targets[i] ?? null })).filter(({ target }) => target !== null);
  const least = Math.max(1, left.length / 5);
  const chosen: string[] = [];
  while (left.length > 0 && chosen.length < MOST_SOURCES) {
    const tried = new Set(left.slice(0, 20).flatMap(({ root, target }) => (target === root ? [':scope'] : waysTo(root, target!))));
    let best = { css: '', served: [] as typeof left };
    for (const css of tried) {
      const served = left.filter(({ root, target }) => (css === ':scope' ? root : firstWithin(root, css, rootCss)) === target);
      if (served.length > best.served.length) best = { css, served };
    }
    if (best.served.length < least) break;
    chosen.push(best.css);
    const done = new Set(best.served);
    left = left.filter((one) => !done.has(one));
  }
  return chosen;
}

/** Ways from a root to one of its elements: by its own kind, by its parent's and its tag. */
function waysTo(root: Element, target: Element): readonly string[] {
  const own = kindsOf(target);
  const outer: string[] = [];
  for (let up = parentElementOf(target), steps = 0; up && up !== root && steps < 4; up = parentElementOf(up), steps++) {
    for (const kind of kindsOf(up).slice(0, 2))
      outer.push(`${kind} ${target.localName}`, ...own.slice(0, 1).map((css) => `${kind} ${css}`));
  }
  return [...own, ...outer, target.localName];
}

import type { Adapter } from '../model/adapter';
import { readRecords } from './adapter/read-records';
import type { CommentElements, DetectOptions, Found } from './found';
import { lettersOf } from './letters';
import { attributeOf, closestOf, parentElementOf, queryAllIn, queryOf } from './safe-dom';
import { toThread } from './to-thread';

/** Fewer comments say too little about what they have in common. */
const FEWEST = 3;
/** Share of the comments that must be read just as they were found, else nothing is learned. */
const ENOUGH = 0.95;
const MOST_EXTRA = 1.25; // roots found by the learned selector, as a multiple of the comments

const NAME = /^[A-Za-z][\w-]*$/;
const escapeRegex = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Class names that all elements share, as css; hashed or numbered names that differ fall away by themselves. */
function sharedClasses(elements: readonly Element[]): string {
  const [first, ...rest] = elements;
  const names = [...(first?.classList ?? [])].filter(
    (name) => NAME.test(name) && rest.every((element) => element.classList.contains(name)),
  );
  return names.map((name) => `.${name}`).join('');
}

/** Letters before the number in the ids of all elements, e.g. `comment-`; '' where they differ. */
function sharedIdPrefix(elements: readonly Element[]): string {
  const prefixes = new Set(elements.map(({ id }) => /^[A-Za-z][A-Za-z_-]*(?=\d|$)/.exec(id)?.[0] ?? ''));
  const [only = ''] = prefixes;
  return prefixes.size === 1 ? only : '';
}

/** Css for elements by what all of them share, the more telling first; the last resort is the bare tag. */
function selectorsFor(elements: readonly Element[]): string[] {
  const tags = new Set(elements.map(({ localName }) => localName));
  if (tags.size !== 1) return [];
  const [tag] = tags;
  const classes = sharedClasses(elements);
  const prefix = sharedIdPrefix(elements);
  const found: string[] = [];
  if (classes && prefix) found.push(`${tag}${classes}[id^="${prefix}"]`);
  if (classes) found.push(`${tag}${classes}`);
  if (prefix) found.push(`${tag}[id^="${prefix}"]`);
  const parents = elements.map(parentElementOf);
  const parentClasses = parents.every((parent) => parent !== null) ? sharedClasses(parents as Element[]) : '';
  if (parentClasses) found.push(`${parentClasses} > ${tag}${classes}`);
  if (parents[0]?.id && NAME.test(parents[0].id) && parents.every((parent) => parent === parents[0]))
    found.push(`#${parents[0].id} > ${tag}`);
  found.push(`${tag}${classes}`);
  return found;
}

/** Css that finds `targets[i]` first within `roots[i]`, for nearly all of them; null if nothing does. */
function selectorWithin(roots: readonly Element[], targets: readonly (Element | null)[]): string | null {
  const pairs = roots.map((root, i) => [root, targets[i] ?? null] as const).filter(([, target]) => target !== null);
  if (pairs.length < roots.length * ENOUGH) return null;
  if (pairs.every(([root, target]) => root === target)) return ':scope';
  for (const css of selectorsFor(pairs.map(([, target]) => target!))) {
    if (pairs.filter(([root, target]) => queryOf(root, css) === target).length >= pairs.length * ENOUGH) return css;
  }
  return null;
}

/** `css @attribute /prefix(value)/` that reads `values[i]` from an attribute of `elements[i]`; null if no attribute holds them. */
function attributeSource(css: string, elements: readonly Element[], values: readonly string[]): string | null {
  const first = elements[0];
  if (!first || values.some((value) => value === '')) return null;
  for (const { name, value } of first.attributes) {
    const at = value.lastIndexOf(values[0]!);
    if (at < 0) continue;
    const before = /[^/=\s]*[/=]?$/.exec(value.slice(0, at))?.[0] ?? '';
    const pattern = `${escapeRegex(before)}([^/?#&\\s]+)`;
    const regex = new RegExp(pattern, 'u');
    if (elements.every((element, i) => regex.exec(attributeOf(element, name) ?? '')?.[1] === values[i]))
      return `${css} @${name} /${pattern}/`;
  }
  return null;
}

/**
 * What the comments of a page look like, as an adapter that reads them one by one: for the next visit, when they must be judged while the
 * page still streams in. Learned only if reading by it gives back the very same comments; null otherwise. Takes about one more detection.
 */
export function learnLook(document: Document, { thread, comments }: Found, options: DetectOptions): Adapter | null {
  if (!thread || thread.comments.length < FEWEST) return null;
  const list = thread.comments.filter(({ op }) => !op);
  const elements = list.map(({ key }) => comments.get(key)).filter((one): one is CommentElements => one !== undefined);
  const roots = elements.map(({ nodes }) => nodes[0]!);
  if (roots.length !== list.length || roots.length < FEWEST || elements.some(({ nodes }) => nodes.length !== 1)) return null;
  const root = selectorsFor(roots).find((css) => {
    const all = queryAllIn(document, css);
    const found = new Set<Element>(all);
    return all.length <= roots.length * MOST_EXTRA + 1 && roots.every((one) => found.has(one));
  });
  if (!root) return null;
  const body = selectorWithin(
    roots,
    elements.map((one) => one.body[0] ?? null),
  );
  if (!body) return null;
  const bodies = elements.map((one) => one.body[0]!);
  const several = elements.some((one) => one.body.length > 1);
  const named = list.every(({ author }) => author.name !== '');
  const author = named
    ? selectorWithin(
        roots,
        elements.map((one) => one.author),
      )
    : null;
  const authors = elements.map((one) => one.author).filter((one): one is Element => one !== null);
  const links = authors.map((one) => closestOf(one, '[href]') ?? queryOf(one, '[href]') ?? one);
  const linkCss = author && (links.every((link, i) => link === authors[i]) ? author : selectorWithin(roots, links));
  const authorIds = list.map((one) => one.author.id ?? '');
  const ids = list.map((one) => one.id ?? '');
  const dateText = list[0]!.dateText;
  const adapter: Adapter = {
    name: 'look',
    hosts: [new URL(options.url).hostname],
    confidence: 'low',
    root,
    body: several ? (selectorWithin(roots, bodies.map(parentElementOf)) ?? body) : body,
    ...(author ? { author } : {}),
    ...optional('authorId', linkCss ? attributeSource(linkCss, links, authorIds) : null),
    ...optional('id', attributeSource(':scope', roots, ids)),
    ...optional('date', dateText === null ? null : dateSource(roots)),
  };
  return isSame(document, adapter, options, thread.comments) ? adapter : null;
}

const optional = <K extends string>(key: K, value: string | null): { [P in K]?: string } =>
  value === null ? {} : ({ [key]: value } as { [P in K]: string });

const dateSource = (roots: readonly Element[]): string | null => (roots.every((root) => queryOf(root, 'time')) ? 'time' : null);

/** Whether an adapter reads the comments as they were found: key, author and words. */
function isSame(
  document: Document,
  adapter: Adapter,
  options: DetectOptions,
  wanted: readonly {
    readonly key: string;
    readonly author: { readonly name: string; readonly id: string | null };
    readonly text: string;
  }[],
): boolean {
  let read: ReturnType<typeof toThread>['thread'] = null;
  try {
    read = toThread(document, readRecords(document, adapter, options), options).thread;
  } catch {
    return false; // a selector that the browser refuses
  }
  const byKey = new Map(read?.comments.map((comment) => [comment.key, comment]));
  const same = wanted.filter(({ key, author, text }) => {
    const other = byKey.get(key);
    return other && other.author.name === author.name && other.author.id === author.id && lettersOf(other.text) === lettersOf(text);
  });
  return same.length >= wanted.length * ENOUGH;
}

import type { Adapter } from '../../model/adapter';
import type { Source } from '../../model/source';
import type { DetectOptions } from '../found';
import type { CommentRecord, ThreadRecords } from '../record';
import { attributeOf, containsOf, documentElementOf, parentElementOf, precedes, queryAllOf, queryIn, textContentOf } from '../safe-dom';
import { finish, type Steps } from '../steps';
import { compile } from './compile';
import { below, closestTo, holds } from './dom';
import { joinCopies } from './join-copies';
import { findRoots, type Roots, rootsWithin } from './locate';
import { nestByLevel, nestByRoot, nestByWrap, type Place } from './nest';
import { ownWords } from './own-words';
import { type Hit, readColumn, readElements, taken, valueAt } from './read-column';
import { readDates, readFloor, readNumber } from './read-values';

/** Reads all comments that an adapter finds on a page. null when it finds none. Throws on css or a pattern that is broken. */
export const readRecords = (document: Document, adapter: Adapter, options: DetectOptions): ThreadRecords | null =>
  finish(readRecordsInSteps(document, adapter, options));

/** Records read in one step. */
const STEP = 32;

/** The same in steps; of `within` alone where it is given, without what is said once for the whole page. */
export function* readRecordsInSteps(
  document: Document,
  adapter: Adapter,
  options: DetectOptions,
  within: readonly Element[] | null = null,
): Steps<ThreadRecords | null> {
  const { root, fields } = compile(adapter);
  const page = within ? rootsWithin(within, root) : findRoots(document, root);
  if (!page) return null;
  const { roots } = page;
  yield;
  const column = (name: keyof typeof fields) => readColumn(fields[name], page);
  const bodies = yield* readElements(fields.body, page);
  const quotes = elementsByRecord(adapter.quote, page);
  // Looked for within the bodies only: a list of a dozen selectors over the whole page cost more than all other fields together.
  const drops: Element[][] = [];
  for (const i of roots.keys()) {
    if (i % STEP === 0) yield;
    drops.push(adapter.drop ? (bodies[i]?.elements ?? []).flatMap((one) => Array.from(queryAllOf(one, adapter.drop!))) : []);
  }
  // Replies inside a body are comments of their own.
  const left = new Set<Element>([...roots, ...quotes.flat(), ...drops.flat()]);
  const authors = yield* column('author');
  const authorIds = yield* column('authorId');
  const ids = (yield* column('id')).map((hit) => hit?.value ?? null);
  const lang = (documentElementOf(document) && attributeOf(documentElementOf(document)!, 'lang')) ?? '';
  const base = baseOf(document, options.url);
  const dates = readDates(yield* column('date'), roots, options.now, lang);
  const floors = (yield* column('floor')).map((hit) => readFloor(hit?.value));
  const scores = (yield* column('score')).map((hit) => readNumber(hit?.value));
  const ops = yield* column('op');
  const places = placesOf(adapter, page, yield* column('depth'));
  const parents = namedParents(yield* column('parent'), yield* column('replyTo'), ids, authors);
  const recordOf = (element: Element, i: number): CommentRecord => {
    const body = bodies[i];
    const outer = body ? body.elements : [];
    const outermost = (one: Element) => ![...quotes[i]!, ...drops[i]!].some((other) => other !== one && containsOf(other, one));
    const text = wordsOf(body, left, outer);
    // A comment that is nothing but a quotation says that.
    const onlyQuotes = text === '' && quotes[i]!.length > 0;
    const own = onlyQuotes ? wordsOf(body, new Set([...roots, ...drops[i]!]), outer) : text;
    return {
      nodes: nodesOf(element, authors[i] ?? null, outer),
      authorElement: authors[i]?.shown ? authors[i]!.element : elementNamed(element, authors[i]?.value ?? '', page),
      bodyElements: outer,
      id: ids[i] ?? null,
      authorName: authors[i]?.value ?? '',
      // Guests share an account number 0: that is nobody's id.
      authorId: authorIds[i] && authorIds[i].value !== '0' ? authorIds[i].value : null,
      authorUrl: profileOf([authors[i], authorIds[i]], element, base),
      text: own,
      quotes: onlyQuotes ? [] : quotes[i]!.filter(outermost).map((quote) => ownWords(quote, NOTHING)),
      ...dates[i]!,
      floor: floors[i] ?? null,
      score: scores[i] ?? null,
      depth: places[i]!.depth,
      parentIndex: parents[i] ?? places[i]!.parentIndex,
      op: !!ops[i],
    };
  };
  const records: CommentRecord[] = [];
  for (const [i, element] of roots.entries()) {
    if (i % STEP === 0) yield;
    records.push(recordOf(element, i));
  }
  const declared = within ? null : readNumber(once(document, fields.declared));
  return {
    records: joinCopies(records, adapter.best),
    declared,
    title: null,
    adapter: adapter.name,
    reader: within ? null : (once(document, fields.reader) ?? null),
  };
}

const NOTHING: ReadonlySet<Element> = new Set();

type Body = { readonly source: Source; readonly elements: readonly Element[] } | undefined;

/** The words of a body; of a source with a pattern what that takes from them, line breaks included. */
function wordsOf(body: Body, left: ReadonlySet<Element>, keep: readonly Element[]): string {
  if (!body) return '';
  const without =
    keep.length > 1 && keep.some((element) => left.has(element)) ? new Set([...left].filter((element) => !keep.includes(element))) : left;
  const text = body.elements
    .map((at) => ownWords(at, without))
    .join('\n')
    .trim();
  const match = body.source.pattern?.exec(text);
  return match ? taken(match).trim() : text;
}

function elementsByRecord(css: string | undefined, page: Roots): readonly Element[][] {
  const found: Element[][] = page.roots.map(() => []);
  if (!css) return found;
  for (const scope of page.scopes) {
    for (const element of Array.from(below(scope, css))) {
      const owner = closestTo(element, page.css);
      const i = owner ? page.index.get(owner) : undefined;
      if (i !== undefined) found[i]!.push(element);
    }
  }
  return found;
}

function placesOf(adapter: Adapter, page: Roots, depths: readonly (Hit | null)[]): readonly Place[] {
  if (adapter.depth !== undefined) return nestByLevel(depths.map((hit) => readNumber(hit?.value)));
  return adapter.wrap ? nestByWrap(page.roots, adapter.wrap) : nestByRoot(page.roots);
}

/** Parents that a record names by id, or by the name of whom it answers: that person's latest comment before it. */
function namedParents(
  parents: readonly (Hit | null)[],
  replies: readonly (Hit | null)[],
  ids: readonly (string | null)[],
  authors: readonly (Hit | null)[],
): readonly (number | null)[] {
  const byId = new Map<string, number>();
  ids.forEach((id, i) => {
    if (id !== null && !byId.has(id)) byId.set(id, i);
  });
  const byName = new Map<string, number>();
  return parents.map((parent, i) => {
    const named = replies[i] ? byName.get(replies[i].value) : undefined;
    const index = (parent ? byId.get(parent.value) : undefined) ?? named ?? null;
    if (authors[i]) byName.set(authors[i].value, i);
    return index === i ? null : index;
  });
}

/** Where a name that an attribute gave is also shown. */
function elementNamed(root: Element, name: string, page: Roots): Element | null {
  if (name === '') return null;
  for (const link of Array.from(below(root, 'a, b, strong, [class*="name"], [class*="author"]'))) {
    if (textContentOf(link)?.trim() === name && closestTo(link, page.css) === root) return link;
  }
  return null;
}

/** The root, and the siblings beside it that hold its author or body. */
function nodesOf(root: Element, author: Hit | null, body: readonly Element[]): readonly Element[] {
  const beside = [author?.element, ...body].flatMap((element) => {
    if (!element || holds(root, element)) return [];
    for (let node: Element | null = element; node; node = parentElementOf(node)) {
      if (parentElementOf(node) === parentElementOf(root)) return [node];
    }
    return [];
  });
  const nodes = [...new Set([root, ...beside])];
  return nodes.length === 1 ? nodes : nodes.sort((a, b) => (precedes(a, b) ? -1 : 1));
}

/** What relative addresses of the page are relative to. */
function baseOf(document: Document, url: string): string {
  const base = queryIn(document, 'base[href]');
  try {
    return new URL((base && attributeOf(base, 'href')) ?? '', url).href;
  } catch {
    return url;
  }
}

const linkOf = (element: Element, root: Element): Element | null =>
  element === root ? null : (closestTo(element, 'a[href]') ?? below(element, 'a[href]')[0] ?? null);

function profileOf(hits: readonly (Hit | null | undefined)[], root: Element, url: string): string | null {
  for (const hit of hits) {
    const link = hit && linkOf(hit.element, root);
    const href = link && attributeOf(link, 'href');
    if (!href || href.startsWith('#')) continue;
    // Most are whole or start at the host: no need to parse a thousand of them.
    if (/^https?:\/\/[\w.-]+\/[\w./@~-]*$/.test(href)) return href;
    try {
      const address = new URL(href, url);
      if (/^https?:$/.test(address.protocol)) return address.href;
    } catch {
      // no address: the next one
    }
  }
  return null;
}

function once(document: Document, sources: ReturnType<typeof compile>['root']): string | undefined {
  for (const source of sources) {
    for (const element of Array.from(below(document, source.steps[0] ?? ''))) {
      const value = valueAt(source, element);
      if (value !== '') return value;
    }
  }
  return undefined;
}

import type { Source } from '../../model/source';
import { attributeOf, firstChildOf, nextSiblingOf, nodeTypeOf, textContentOf } from '../safe-dom';
import type { Steps } from '../steps';
import { locate, type Roots } from './locate';

/** One record's value of a field and where it stands. `shown` is false for an attribute or a constant. */
export interface Hit {
  readonly element: Element;
  readonly value: string;
  readonly shown: boolean;
}

/** Characters that a regular expression is asked about: an adapter may be a stranger's. */
const PATTERN_REACH = 500;

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

function ownText(element: Element): string {
  let text = '';
  for (let node = firstChildOf(element); node; node = nextSiblingOf(node)) if (nodeTypeOf(node) === 3) text += (node as Text).data;
  return text;
}

function fromJson(text: string, path: readonly string[]): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return '';
  }
  for (const name of path) value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The first group that took part in a match, or all of it. */
export const taken = (match: RegExpExecArray): string => match.slice(1).find((group) => group !== undefined) ?? match[0];

/** What a source says of one element: white space collapsed, '' for nothing. */
export function valueAt(source: Source, element: Element): string {
  if (source.constant !== null) return source.constant;
  let text: string;
  if (source.attribute !== null) {
    text = attributeOf(element, source.attribute) ?? '';
    if (source.path.length) text = fromJson(text, source.path);
  } else text = source.pick === 'own' ? ownText(element) : (textContentOf(element) ?? '');
  if (source.pattern) {
    const match = source.pattern.exec(collapse(text.slice(0, PATTERN_REACH * 4)).slice(0, PATTERN_REACH));
    text = match ? taken(match) : '';
  }
  return collapse(text);
}

/** Reads a field of all records at once: for each the first source, and of that the first element, with a non-empty value; null for none. */
export function* readColumn(sources: readonly Source[], page: Roots): Steps<readonly (Hit | null)[]> {
  const hits: (Hit | null)[] = new Array(page.roots.length).fill(null);
  let missing = page.roots.length;
  for (const source of sources) {
    if (missing === 0) break;
    const before = source.pick === 'last' ? hits.slice() : hits;
    yield* locate(
      source,
      page,
      (i) => before[i] === null,
      (i, element) => {
        const value = valueAt(source, element);
        if (value === '') return;
        if (hits[i] === null) missing--;
        hits[i] = { element, value, shown: source.attribute === null && source.constant === null };
      },
    );
  }
  return hits;
}

/** Finds the elements of a field (the comment's body): of each record's first matching source the first element, or all outermost ones. */
export function* readElements(
  sources: readonly Source[],
  page: Roots,
): Steps<readonly { readonly source: Source; readonly elements: Element[] }[]> {
  const found: { source: Source; elements: Element[] }[] = new Array(page.roots.length);
  for (const source of sources) {
    yield* locate(
      source,
      page,
      (i) => found[i] === undefined || found[i]!.source === source,
      (i, element) => {
        const has = found[i];
        if (!has) found[i] = { source, elements: [element] };
        else if (source.pick === 'all' && !has.elements.at(-1)!.contains(element)) has.elements.push(element);
      },
    );
  }
  return found;
}

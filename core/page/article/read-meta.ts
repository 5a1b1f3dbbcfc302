import { attributeOf, documentElementOf, textContentOf, titleOf } from '../safe-dom';
import { type LinkedStory, readLinkedData } from './read-linked-data';

/** What the head of a page says about it. Lists are in page order, without empty strings. */
export interface PageMeta {
  /** Values of meta elements by lower-case name, property or itemprop. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** Text of the title element. */
  readonly documentTitle: string;
  readonly linked: LinkedStory | null;
  /** lang attribute of the document. */
  readonly lang: string | null;
}

const tidy = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
// A named element of the page must not stand in for the method.
const { getElementsByTagName } = Document.prototype;
const MAX_ELEMENTS = 2000;

/** Reads meta, title and JSON-LD. `document.head` alone is not enough: parsers put late ones into body. Never throws. */
export function readMeta(document: Document): PageMeta {
  const named = new Map<string, string[]>();
  const metas = getElementsByTagName.call(document, 'meta');
  for (let i = 0; i < metas.length && i < MAX_ELEMENTS; i++) {
    const meta = metas[i]!;
    const key = attributeOf(meta, 'property') ?? attributeOf(meta, 'name') ?? attributeOf(meta, 'itemprop');
    const value = tidy(attributeOf(meta, 'content'));
    if (!key || value === '') continue;
    const list = named.get(key.toLowerCase());
    if (list) list.push(value);
    else named.set(key.toLowerCase(), [value]);
  }
  const sources: string[] = [];
  const scripts = getElementsByTagName.call(document, 'script');
  for (let i = 0; i < scripts.length && i < MAX_ELEMENTS; i++) {
    const script = scripts[i]!;
    if (/ld\+json/i.test(attributeOf(script, 'type') ?? '')) sources.push(textContentOf(script) ?? '');
  }
  const root = documentElementOf(document);
  return {
    named,
    documentTitle: tidy(titleOf(document)),
    linked: readLinkedData(sources),
    lang: root ? tidy(attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang')) || null : null,
  };
}

/** The first value of the first of these names that has one, '' otherwise. */
export function metaOf(meta: PageMeta, ...names: readonly string[]): string {
  for (const name of names) {
    const value = meta.named.get(name)?.[0];
    if (value) return value;
  }
  return '';
}

/** Does the page's metadata say that it shows a story, in contrast to a front or a shop? */
export function declaresStory(meta: PageMeta): boolean {
  return meta.linked !== null || /article|blog|news/i.test(metaOf(meta, 'og:type')) || metaOf(meta, 'article:published_time') !== '';
}

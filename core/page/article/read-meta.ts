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
const MAX_ELEMENTS = 2000;

/** Reads meta, title and JSON-LD. `document.head` alone is not enough: parsers put late ones into body. Never throws. */
export function readMeta(document: Document): PageMeta {
  const named = new Map<string, string[]>();
  const metas = document.getElementsByTagName('meta');
  for (let i = 0; i < metas.length && i < MAX_ELEMENTS; i++) {
    const meta = metas[i]!;
    const key = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const value = tidy(meta.getAttribute('content'));
    if (!key || value === '') continue;
    const list = named.get(key.toLowerCase());
    if (list) list.push(value);
    else named.set(key.toLowerCase(), [value]);
  }
  const sources: string[] = [];
  const scripts = document.getElementsByTagName('script');
  for (let i = 0; i < scripts.length && i < MAX_ELEMENTS; i++) {
    const script = scripts[i]!;
    if (/ld\+json/i.test(script.getAttribute('type') ?? '')) sources.push(script.textContent ?? '');
  }
  const root = document.documentElement;
  return {
    named,
    documentTitle: tidy(document.getElementsByTagName('title')[0]?.textContent ?? ''),
    linked: readLinkedData(sources),
    lang: tidy(root?.getAttribute('lang') ?? root?.getAttribute('xml:lang') ?? '') || null,
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

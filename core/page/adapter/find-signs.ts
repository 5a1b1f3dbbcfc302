import { attributeOf, bodyOf, documentElementOf, queryIn } from '../safe-dom';
import type { Survey } from '../survey';

/** A record holds an author, a date and words: an element with fewer descendants is neither one nor around one. */
const LEAST_DESCENDANTS = 3;
/** Where signs are looked for at most: a thread shows its engine within its first records. */
const MOST_READ = 4000;

const elementById = (document: Document, id: string): Element | null => Document.prototype.getElementById.call(document, id);

/**
 * The signs (see `Adapter.detect`) that a page shows, of those asked for. Reads the class and id of html, body and of elements that
 * could hold a record, up to MOST_READ: about a fifth of a page's elements, no selector matched.
 */
export function findSigns(document: Document, survey: Survey, signs: readonly string[]): ReadonlySet<string> {
  const known = new Set(signs);
  const found = new Set<string>();
  const seen = new Set<string>();
  const note = (sign: string) => {
    if (known.has(sign)) found.add(sign);
  };
  const read = (element: Element) => {
    const names = attributeOf(element, 'class');
    if (names && !seen.has(names)) {
      seen.add(names);
      for (const name of names.split(/\s+/)) note(`.${name}`);
    }
    const id = attributeOf(element, 'id');
    if (id) {
      note(`#${id}`);
      // post_123, comment-li-9, p12: up to the number; remark42__comment-ab12: up to the last separator
      const prefix = /^\D+(?=\d)/.exec(id)?.[0];
      const stem = /^.*[-_:]/.exec(id)?.[0];
      if (prefix) note(`#${prefix}*`);
      if (stem && stem !== prefix) note(`#${stem}*`);
    }
  };
  const generator = queryIn(document, 'meta[name=generator i]');
  if (generator) note(`=${(attributeOf(generator, 'content') ?? '').trim().toLowerCase().split(/[\s/]/)[0]}`);
  const html = documentElementOf(document);
  const body = bodyOf(document);
  if (html) read(html);
  if (body) read(body);
  // The host of a shadow root can be an empty element: ids are asked for by name.
  for (const sign of signs) if (sign[0] === '#' && !sign.endsWith('*') && elementById(document, sign.slice(1))) note(sign);
  let left = MOST_READ;
  for (let i = 1; i < survey.elements.length && left > 0; i++) {
    const tag = survey.tags[i]!;
    if (tag.includes('-')) note(tag.toLowerCase());
    if (survey.end[i]! - i <= LEAST_DESCENDANTS) continue;
    left--;
    read(survey.elements[i]!);
  }
  return found;
}

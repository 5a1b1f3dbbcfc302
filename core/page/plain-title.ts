import { queryAllIn, textContentOf, titleOf } from './safe-dom';

/** Headings looked at. */
const FEW = 8;
/** A heading shorter than this says too little to stand for the title. */
const SHORTEST = 4;

/** The title of a document by its own account: without the site's name where a heading tells what is left of it. '' if it has none. */
export function plainTitle(document: Document): string {
  const title = titleOf(document).trim();
  let best = '';
  for (const heading of [...queryAllIn(document, 'h1,h2')].slice(0, FEW)) {
    const text = (textContentOf(heading) ?? '').replace(/\s+/gu, ' ').trim();
    if (text.length >= SHORTEST && text.length > best.length && title.startsWith(text)) best = text;
  }
  return best || title;
}

import { textContentOf } from '../safe-dom';
import type { Survey } from '../survey';
import { chooseTitle, type TitleHeading } from './choose-title';
import { metaOf, type PageMeta } from './read-meta';
import { HEADING } from './tags';

/** A title and the element that shows it. */
export interface FoundTitle {
  readonly title: string;
  readonly element: Element | null;
  /** Survey index of `element`, -1 if none. */
  readonly index: number;
  /** Name of the site, null if the page does not say. */
  readonly site: string | null;
}

/** Headings looked at: on a front page the later ones are other stories. */
const MAX_HEADINGS = 60;
/** Elements whose text is compared with the document's title. */
const MAX_LOOKED = 80;
/** Characters up to which a heading can be a title. */
const MAX_TITLE = 400;
const tidy = (text: string | null) => (text ?? '').replace(/[\s\u00a0]+/g, ' ').trim();

const squash = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** Old pages show their title in a div or table cell: the longest short text before `end` that the document's title holds. -1 if none. */
function plainTitle(survey: Survey, documentTitle: string, end: number): number {
  const { text, own, link, elements } = survey;
  const whole = squash(documentTitle);
  let best = -1;
  let longest = Math.max(6, 0.3 * whole.length);
  let looked = 0;
  for (let i = 0; i < end && looked < MAX_LOOKED; i++) {
    const size = text[i]!;
    if (own[i] === 0 || size < longest || size > documentTitle.length + 40 || link[i]! > 0.5 * size) continue;
    looked++;
    const words = squash(tidy(textContentOf(elements[i]!)));
    if (words.length < longest || !whole.includes(words)) continue;
    best = i;
    longest = words.length + 1;
  }
  return best;
}

/** Reads the page's title from its headings, its metadata and its document title. Nothing at or after survey index `before` counts. */
export function readTitle(survey: Survey, meta: PageMeta, url: string, before: number): FoundTitle {
  const site = metaOf(meta, 'og:site_name', 'application-name') || meta.linked?.publisher || '';
  const headings: TitleHeading[] = [];
  const at: number[] = [];
  const { tags, elements, text, link } = survey;
  for (let i = 0; i < tags.length && i < before && at.length < MAX_HEADINGS; i++) {
    const tag = tags[i]!;
    if (tag.length !== 2 || text[i]! < 2 || text[i]! > MAX_TITLE) continue;
    const level = HEADING.exec(tag);
    if (!level || Number(level[1]) > 4) continue;
    headings.push({ text: tidy(textContentOf(elements[i]!)), level: Number(level[1]), linked: link[i]! > 0.9 * text[i]! });
    at.push(i);
  }
  const { title, heading } = chooseTitle({
    headings,
    declared: [
      metaOf(meta, 'og:title'),
      meta.linked?.headline ?? '',
      metaOf(meta, 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title'),
    ].filter(Boolean),
    documentTitle: meta.documentTitle,
    site,
    host: /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '',
  });
  let index = heading < 0 ? -1 : at[heading]!;
  if (index < 0 && meta.documentTitle.length > 5 && metaOf(meta, 'og:title') === '') {
    index = plainTitle(survey, meta.documentTitle, Math.min(before, tags.length));
    if (index >= 0) return { title: tidy(textContentOf(elements[index]!)), element: elements[index]!, index, site: site || null };
  }
  return { title, element: index < 0 ? null : elements[index]!, index, site: site || null };
}

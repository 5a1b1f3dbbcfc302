import type { IsoDate } from '../../model/article';
import { findDate, machineDate, orderOf } from '../dates';
import { attributeOf } from '../safe-dom';
import type { Survey } from '../survey';
import type { RawBlock } from './read-blocks';
import { metaOf, type PageMeta } from './read-meta';

/** A story's date: machine-readable as far as possible, and as the page shows it. */
export interface StoryDate {
  readonly date: IsoDate | null;
  readonly dateText: string | null;
}

/** Names under which pages declare when a story was published, best first. */
const PUBLISHED =
  'article:published_time og:article:published_time datepublished og:published_time parsely-pub-date sailthru.date article.published published_time dc.date.issued dcterms.created dc.date pubdate publishdate publish-date publish_date datecreated cxenseparse:recs:publishtime date'.split(
    ' ',
  );
/** A line that dates a story is short: a date in prose dates an event. */
const MAX_LINE = 160;
/** Characters before and after a date that may belong to a dateline ("Published … by …"). */
const MAX_EXTRA = 70;

/** The first `<time datetime>` of the survey between two indices. */
function timeElement(survey: Survey, from: number, to: number): IsoDate | null {
  for (let i = from; i < to; i++) {
    if (survey.tags[i] !== 'TIME') continue;
    const value = attributeOf(survey.elements[i]!, 'datetime');
    const date = value === null ? null : machineDate(value);
    if (date !== null) return date;
  }
  return null;
}

/** When the story was published: as declared, otherwise by the first `<time>` or dated line among `near` (the blocks about its start). */
export function readDate(
  survey: Survey,
  span: readonly [from: number, to: number],
  meta: PageMeta,
  near: readonly RawBlock[],
  options: { readonly now: number; readonly lang: string },
): StoryDate {
  let shown: IsoDate | null = null;
  let dateText: string | null = null;
  const order = orderOf([], options.lang);
  for (const { text } of near) {
    if (text.length > MAX_LINE) continue;
    const found = findDate(text, { now: options.now, order });
    if (!found || text.length - (found.end - found.start) > MAX_EXTRA) continue;
    shown = found.iso;
    dateText = text.slice(found.start, found.end);
    break;
  }
  for (const value of [meta.linked?.datePublished ?? '', ...PUBLISHED.map((name) => metaOf(meta, name))]) {
    const declared = value === '' ? null : (machineDate(value) ?? findDate(value, { now: options.now, order })?.iso ?? null);
    if (declared !== null) return { date: declared, dateText };
  }
  return { date: timeElement(survey, span[0], span[1]) ?? shown, dateText };
}

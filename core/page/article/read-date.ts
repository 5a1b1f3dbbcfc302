import type { IsoDate } from '../../model/article';
import { type DateOptions, type FoundDate, findDate, machineDate, orderOf } from '../dates';
import { attributeOf } from '../safe-dom';
import type { Survey } from '../survey';
import { metaOf, type PageMeta } from './read-meta';
import { lineOf } from './read-title';

/** A story's date: machine-readable as far as possible, and as the page shows it. */
export interface StoryDate {
  readonly date: IsoDate | null;
  readonly dateText: string | null;
}

/** Names under which pages declare when a story was published, best first. */
const PUBLISHED =
  'article:published_time og:article:published_time datepublished og:published_time parsely-pub-date sailthru.date article.published published_time dc.date.issued dcterms.created dc.date pubdate publishdate publish-date publish_date datecreated cxenseparse:recs:publishtime published published-date published_date date'.split(
    ' ',
  );
/** A line that dates a story is short: a date in prose dates an event. */
const MAX_LINE = 160;
/** Characters of a longer line in which a date may open it. */
const MAX_OPENING = 34;
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

/** Class names, ids and properties of what dates a story. */
const MARKED = /publish|(?:^|[\s_-])(?:date|datum|fecha|posted|pubdate|dateline|timestamp)(?:$|[\s_-])|(?:date|time)$/i;
const NOT_MARKED = /updat|modif|comment|related|event|birth|copyright/i;
/** Characters of an element that is a date and little more. */
const MAX_MARKED = 60;
const MAX_LOOKED = 400;

/** The first element between two indices that is marked as a date and shows one. */
function markedDate(survey: Survey, from: number, to: number, options: DateOptions): FoundDate | null {
  const { elements, text, tags } = survey;
  for (let i = Math.max(0, from), looked = 0; i < to && looked < MAX_LOOKED; i++) {
    if (text[i]! < 6 || text[i]! > MAX_MARKED || tags[i] === 'A') continue;
    looked++;
    const element = elements[i]!;
    const name = `${attributeOf(element, 'itemprop') ?? ''} ${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`;
    if (!MARKED.test(name) || NOT_MARKED.test(name)) continue;
    const found = findDate(lineOf(survey, i), options);
    if (found && !found.relative) return found;
  }
  return null;
}

/** A day in the path of an address: /2019/08/02/, /20190802/, 2019-08-02. */
const IN_PATH = /(?:^|[/_-]|[a-z])((?:19|20)\d{2})([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/i;

/** The day that an address names, null if none. */
export function pathDate(path: string): IsoDate | null {
  const [, year, , month, day] = IN_PATH.exec(path) ?? [];
  return year ? machineDate(`${year}-${month}-${day}`) : null;
}

/** When the story was published: as declared, otherwise by the first `<time>` or dated line among `near` (the lines about its start, nearest first), otherwise by an element marked as a date or as its address says. */
export function readDate(
  survey: Survey,
  span: readonly [from: number, to: number],
  meta: PageMeta,
  near: readonly string[],
  options: { readonly now: number; readonly lang: string; readonly path: string },
): StoryDate {
  let shown: IsoDate | null = null;
  let dateText: string | null = null;
  const order = orderOf([], options.lang);
  for (const text of near) {
    if (text.length > MAX_LINE) {
      // "27.1.2022 – The mayor said …": only what opens the line dates the story.
      const opens = findDate(text.slice(0, MAX_OPENING), { now: options.now, order });
      if (opens?.start !== 0 || opens.relative || !/^\s*[–—:|-]/.test(text.slice(opens.end))) continue;
      shown = opens.iso;
      dateText = text.slice(0, opens.end);
      break;
    }
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
  const date = timeElement(survey, span[0], span[1]) ?? shown;
  if (date !== null) return { date, dateText };
  const marked = markedDate(survey, span[0], span[1], { now: options.now, order });
  return { date: marked?.iso ?? pathDate(options.path), dateText };
}

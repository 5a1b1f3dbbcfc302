import type { IsoDate } from '../../model/article';
import type { RawBlock } from './read-blocks';
import { metaOf, type PageMeta } from './read-meta';

/** A story's date: machine-readable as far as possible, and as the page shows it. */
export interface FoundDate {
  readonly date: IsoDate | null;
  readonly dateText: string | null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const pad = (n: number) => String(n).padStart(2, '0');

function day(year: number, month: number, date: number): IsoDate | null {
  return year > 1980 && year < 2100 && month > 0 && month < 13 && date > 0 && date < 32 ? `${year}-${pad(month)}-${pad(date)}` : null;
}

/** A machine-written date as ISO 8601: an instant if it has an offset, otherwise the day. null if it is none. */
export function isoOf(value: string): IsoDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(value.trim());
  if (!iso) return writtenDay(value);
  const date = day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (!date || !iso[4] || !iso[5]) return date;
  const time = iso[4].length < 6 ? `${iso[4].padStart(5, '0')}:00` : iso[4].padStart(8, '0');
  return `${date}T${time}${iso[5] === 'Z' ? 'Z' : iso[5].replace(/(\d{2}):?(\d{2})$/, '$1:$2')}`;
}

const YMD = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;
const MDY = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;
const DMY = /\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i;
const DOTTED = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/;

/** The first day written out in a text, in the ways that are the same for everyone who reads it. null if none. */
export function writtenDay(text: string): IsoDate | null {
  const ymd = YMD.exec(text);
  if (ymd) return day(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));
  const mdy = MDY.exec(text);
  if (mdy) return day(Number(mdy[3]), MONTHS.indexOf(mdy[1]!.slice(0, 3).toLowerCase()) + 1, Number(mdy[2]));
  const dmy = DMY.exec(text);
  if (dmy) return day(Number(dmy[3]), MONTHS.indexOf(dmy[2]!.slice(0, 3).toLowerCase()) + 1, Number(dmy[1]));
  const dotted = DOTTED.exec(text);
  return dotted ? day(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])) : null;
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'published_time',
  'dc.date.issued',
  'dc.date',
  'dcterms.created',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'datecreated',
  'cxenseparse:recs:publishtime',
  'ptime',
  'pdate',
  'weibo: article:create_at',
  'lastmodified',
];

/** When the story was published: declared by the page, otherwise a written date near its title. The first of several counts. */
export function readDate(meta: PageMeta, near: readonly RawBlock[], time: string | null): FoundDate {
  let dateText: string | null = null;
  let shown: IsoDate | null = null;
  for (const block of near) {
    if (block.text.length > 160) continue;
    shown = writtenDay(block.text);
    if (shown) {
      dateText = block.text;
      break;
    }
  }
  const declared = [meta.linked?.datePublished ?? '', ...PUBLISHED.map((name) => metaOf(meta, name))]
    .map((value) => (value ? isoOf(value) : null))
    .find((date) => date !== null);
  return { date: declared ?? (time ? isoOf(time) : null) ?? shown, dateText };
}

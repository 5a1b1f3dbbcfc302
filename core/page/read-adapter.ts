import type { Adapter } from '../model/adapter';
import { type OpenShelf, openShelf, type Shelf } from '../model/shelf';
import { findSigns } from './adapter/find-signs';
import { readRecordsInSteps } from './adapter/read-records';
import type { DetectOptions } from './found';
import type { CommentRecord, ThreadRecords } from './record';
import { queryOf } from './safe-dom';
import type { Steps } from './steps';
import type { Survey } from './survey';

/**
 * Reads the comments by the first adapter that fits the page and finds something sound: the person's own, then those of the host, then those
 * whose signs the page shows. null where none does; `options.onBroken` hears of an adapter for this very host that found records and could
 * not read them. Never throws, never changes the page.
 */
export function* readWithAdapters(document: Document, survey: Survey, options: DetectOptions): Steps<ThreadRecords | null> {
  const host = hostOf(options.url);
  const shelf = opened(options.shelf ?? '');
  for (const adapter of options.own ?? []) {
    if (!(adapter.hosts ?? []).some((suffix) => host === suffix || host.endsWith(`.${suffix}`))) continue;
    const records = yield* attempt(document, adapter, options, LENIENT);
    if (records) return records;
  }
  for (const adapter of shelf.byHost(host)) {
    const records = yield* attempt(document, adapter, options, LENIENT);
    if (records) return records;
  }
  const signs = findSigns(document, survey, shelf.signs);
  const places = new Set([...signs].flatMap((sign) => shelf.bySign(sign)));
  for (const place of [...places].sort((a, b) => a - b)) {
    const records = yield* attempt(document, shelf.at(place), options, STRICT);
    if (records) return records;
  }
  return null;
}

let lastShelf: { readonly text: Shelf; readonly open: OpenShelf } | null = null;

function opened(text: Shelf): OpenShelf {
  if (lastShelf?.text !== text) lastShelf = { text, open: openShelf(text) };
  return lastShelf.open;
}

/** Least shares of records with a body, words, an author and a date: a sign can be shown by a stranger, a host is what it is. */
interface Least {
  readonly bodies: number;
  readonly authors: number;
  readonly dates: number;
}
const LENIENT: Least = { bodies: 0.5, authors: 0.5, dates: 0 };
const STRICT: Least = { bodies: 0.7, authors: 0.75, dates: 0.5 };

function* attempt(document: Document, adapter: Adapter, options: DetectOptions, least: Least): Steps<ThreadRecords | null> {
  try {
    const found = yield* readRecordsInSteps(document, adapter, options);
    if (!found) return null;
    if (isSound(found, adapter, least)) return found;
  } catch {
    // broken css or pattern: the same as records that can't be read
  }
  if (least === LENIENT) options.onBroken?.(adapter.name);
  return null;
}

/** The site has changed, or it is another one, when too many records lack what the adapter says they have. */
function isSound({ records }: ThreadRecords, adapter: Adapter, least: Least): boolean {
  const share = (has: (record: CommentRecord) => boolean) => records.filter(has).length / records.length;
  const shows = (record: CommentRecord) =>
    record.text !== '' || record.bodyElements.some((body) => queryOf(body, 'img,video,svg') !== null);
  return (
    share((record) => record.bodyElements.length > 0) >= least.bodies &&
    share(shows) >= least.bodies &&
    (!adapter.author || share((record) => record.authorName !== '') >= least.authors) &&
    (!adapter.date || share((record) => record.dateText !== null || record.date !== null) >= least.dates)
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

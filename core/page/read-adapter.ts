import type { Adapter } from '../model/adapter';
import { type OpenShelf, openShelf, type Shelf } from '../model/shelf';
import { findSigns } from './adapter/find-signs';
import { readRecords } from './adapter/read-records';
import type { DetectOptions } from './found';
import type { ThreadRecords } from './record';
import type { Survey } from './survey';

/**
 * Reads the comments by the first adapter that fits the page and finds something sound: the person's own, then those of the host, then those
 * whose signs the page shows. null where none does; `options.onBroken` hears of an adapter for this very host that found records and could
 * not read them. Never throws, never changes the page.
 */
export function readWithAdapters(document: Document, survey: Survey, options: DetectOptions): ThreadRecords | null {
  const host = hostOf(options.url);
  const shelf = opened(options.shelf ?? '');
  for (const adapter of options.own ?? []) {
    if (!(adapter.hosts ?? []).some((suffix) => host === suffix || host.endsWith(`.${suffix}`))) continue;
    const records = attempt(document, adapter, options);
    if (records) return records;
  }
  for (const adapter of shelf.byHost(host)) {
    const records = attempt(document, adapter, options);
    if (records) return records;
  }
  const signs = findSigns(document, survey, (sign) => shelf.bySign(sign).length > 0);
  const places = new Set([...signs].flatMap((sign) => shelf.bySign(sign)));
  for (const place of [...places].sort((a, b) => a - b)) {
    const records = attempt(document, shelf.at(place), options);
    if (records) return records;
  }
  return null;
}

let lastShelf: { readonly text: Shelf; readonly open: OpenShelf } | null = null;

function opened(text: Shelf): OpenShelf {
  if (lastShelf?.text !== text) lastShelf = { text, open: openShelf(text) };
  return lastShelf.open;
}

function attempt(document: Document, adapter: Adapter, options: DetectOptions): ThreadRecords | null {
  try {
    const found = readRecords(document, adapter, options);
    if (!found) return null;
    if (isSound(found, adapter)) return found;
  } catch {
    // broken css or pattern: the same as records that can't be read
  }
  options.onBroken?.(adapter.name);
  return null;
}

/** The site has changed when most records lack a body, or all lack what the adapter says names their author. */
function isSound({ records }: ThreadRecords, adapter: Adapter): boolean {
  const bodies = records.filter((record) => record.bodyElements.length > 0).length;
  const authors = records.filter((record) => record.authorName !== '').length;
  const words = records.filter(
    (record) => record.text !== '' || record.bodyElements.some((body) => body.querySelector('img,video,svg')),
  ).length;
  return bodies * 2 >= records.length && words * 2 >= records.length && (!adapter.author || authors * 2 >= records.length);
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

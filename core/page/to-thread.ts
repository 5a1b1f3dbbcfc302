import { siteOf, threadKeyOf } from '../model/address';
import { fingerprint } from '../model/key';
import type { Comment, Thread } from '../model/thread';
import { findDate } from './dates';
import type { CommentElements, DetectOptions } from './found';
import type { CommentRecord, ThreadRecords } from './record';
import { titleOf } from './safe-dom';
import { finish, type Steps } from './steps';

/**
 * Gives every record its stable key and parent key and keeps the elements beside. The key is the site's own id, otherwise a fingerprint
 * of author, text and date; a key that was already given gets an ordinal ("f1x-2"), so that keys are unique.
 */
export const toThread = (document: Document, found: ThreadRecords | null, options: DetectOptions): Keyed =>
  finish(toThreadInSteps(document, found, options));

/** Characters that can be stored of what a page calls things. A page may say more: whoever had an endless name could neither be tagged nor hidden. */
const MOST = { name: 256, id: 1000, title: 1000, url: 8000 } as const;
/** At most so many characters, none of them cut in two. */
const cut = (text: string, most: number): string => (text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, ''));
/** What names something names nothing once it is cut. */
const within = (text: string | null, most: number): string | null => (text !== null && text.length > most ? null : text);

/** A thread of plain data, and beside it the elements by comment key. */
export interface Keyed {
  readonly thread: Thread | null;
  readonly comments: ReadonlyMap<string, CommentElements>;
}

/** The same in steps. `taken` holds keys that were given to other comments of the thread before. */
export function* toThreadInSteps(
  document: Document,
  found: ThreadRecords | null,
  options: DetectOptions,
  taken: ReadonlyMap<string, unknown> = new Map(),
): Steps<Keyed> {
  if (!found || found.records.length === 0) return { thread: null, comments: new Map() };
  const keys = yield* keysOf(found.records, taken);
  const comments = new Map<string, CommentElements>();
  yield;
  const list = found.records.map((record, k): Comment => {
    const key = keys[k]!;
    comments.set(key, {
      nodes: record.nodes,
      author: record.authorElement,
      body: record.bodyElements,
      ...(record.copies ? { copies: record.copies } : {}),
    });
    return {
      key,
      id: record.id,
      author: { name: cut(record.authorName, MOST.name), id: within(record.authorId, MOST.name), url: within(record.authorUrl, MOST.url) },
      text: record.text,
      date: record.date,
      dateText: record.dateText,
      floor: record.floor,
      depth: record.depth,
      parentKey: record.parentIndex === null ? null : keys[record.parentIndex]!,
      score: record.score,
      quotes: record.quotes,
      op: record.op,
    };
  });
  const thread: Thread = {
    key: threadKeyOf(options.url),
    url: options.url,
    title: cut(found.title ?? titleOf(document).trim(), MOST.title),
    site: siteOf(options.url),
    declared: found.declared,
    comments: list,
    adapter: found.adapter,
    reader: found.reader,
  };
  return { thread, comments };
}

/** Records named in one step. */
const RECORDS_A_STEP = 64;

function* keysOf(records: readonly CommentRecord[], taken: ReadonlyMap<string, unknown>): Steps<string[]> {
  const given = new Set<string>();
  const times = new Map<string, number>();
  const keys: string[] = [];
  for (const record of records) {
    if (keys.length % RECORDS_A_STEP === 0) yield;
    const id = within(record.id, MOST.id);
    const base = id !== null && id !== '' ? id : fingerprint(record.authorName, record.text, lastingDate(record.dateText));
    let ordinal = (times.get(base) ?? 0) + 1;
    let key = ordinal === 1 ? base : `${base}-${ordinal}`;
    while (given.has(key) || taken.has(key)) key = `${base}-${++ordinal}`;
    times.set(base, ordinal);
    given.add(key);
    keys.push(key);
  }
  return keys;
}

/** A date as shown, unless it counts from now ("3 hours ago" is another text tomorrow). */
function lastingDate(dateText: string | null): string | null {
  const found = dateText === null ? null : findDate(dateText, { now: 0, order: null });
  return found === null || found.relative ? null : dateText;
}

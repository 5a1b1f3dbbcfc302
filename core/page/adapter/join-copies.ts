import type { CommentRecord } from '../record';
import { closestTo } from './dom';

/**
 * Joins what a page shows twice (a "best comments" block beside the list, or one id twice) to one record: the copy's nodes become
 * `copies` of the original, so that one decision acts on both. A copy without an original stays a record.
 */
export function joinCopies(records: readonly CommentRecord[], best: string | undefined): readonly CommentRecord[] {
  const isCopy = records.map((record) => best !== undefined && closestTo(record.nodes[0]!, best) !== null);
  const originals = new Map<string, number>();
  records.forEach((record, i) => {
    if (isCopy[i]) return;
    for (const name of namesOf(record, best !== undefined)) if (!originals.has(name)) originals.set(name, i);
  });
  const copies = new Map<number, Element[]>();
  const gone = new Set<number>();
  records.forEach((record, i) => {
    const names = namesOf(record, isCopy[i]!);
    const original = names.map((name) => originals.get(name)).find((at) => at !== undefined && at !== i);
    if (original === undefined || (!isCopy[i] && original > i)) return;
    gone.add(i);
    copies.set(original, [...(copies.get(original) ?? []), ...record.nodes]);
  });
  if (gone.size === 0) return records;
  const place = new Map<number, number>();
  records.forEach((_, i) => {
    if (!gone.has(i)) place.set(i, place.size);
  });
  const moved = (index: number | null) => (index === null ? null : (place.get(index) ?? null));
  return records.flatMap((record, i) =>
    gone.has(i) ? [] : [{ ...record, parentIndex: moved(record.parentIndex), ...(copies.has(i) ? { copies: copies.get(i)! } : {}) }],
  );
}

/** By id; within a page that has such a block also by author and words, for ids are often left out or changed there. */
function namesOf(record: CommentRecord, byWords: boolean): readonly string[] {
  const names = record.id === null ? [] : [`#${record.id}`];
  return byWords && record.text !== '' ? [...names, `${record.authorName}\n${record.text}`] : names;
}

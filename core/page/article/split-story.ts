import type { CommentRecord, ThreadRecords } from '../record';
import { attributeOf, nodeNameOf } from '../safe-dom';

/** Characters a story has at least when it stands in the same markup as its comments. */
const MIN_STORY = 400;
/** How many times longer than the usual comment it is, when its markup differs from theirs, and when it does not. */
const LONGER = 3;
const MUCH_LONGER = 10;
/** Share of the other records that must look alike for the first one to stand out. */
const ALIKE = 0.7;

const styleOf = (record: CommentRecord) =>
  record.nodes
    .slice(0, 2)
    .map((node) => `${nodeNameOf(node)}.${(attributeOf(node, 'class') ?? '').split(/\s+/).slice(0, 2).join('.')}`)
    .join(' ');

/**
 * On a blog the story often stands in the same list as its comments, so that the generic reader takes it for the first of them
 * (a third of the blogs of 2008 in the corpora that it reads wrong). Gives the records without it. A forum's opening post (it has
 * a floor) and what an adapter has read stay as they are.
 */
export function withoutStory(found: ThreadRecords | null): ThreadRecords | null {
  if (!found || found.adapter !== null || found.records.length < 2) return found;
  const [first, ...rest] = found.records as readonly [CommentRecord, ...CommentRecord[]];
  if (first.floor !== null || first.parentIndex !== null || first.text.length < MIN_STORY) return found;
  const lengths = rest.map((record) => record.text.length).sort((a, b) => a - b);
  const usual = lengths[lengths.length >> 1]! + 1;
  if (first.text.length < LONGER * usual) return found;
  const styles = new Map<string, number>();
  for (const record of rest) styles.set(styleOf(record), (styles.get(styleOf(record)) ?? 0) + 1);
  const [common, times] = [...styles].reduce((a, b) => (b[1] > a[1] ? b : a));
  const apart = times >= ALIKE * rest.length && common !== styleOf(first);
  if (!apart && !(first.text.length >= MUCH_LONGER * usual && first.text.length >= 3 * MIN_STORY)) return found;
  return {
    ...found,
    records: rest.map((record) => ({
      ...record,
      parentIndex: record.parentIndex === null || record.parentIndex === 0 ? null : record.parentIndex - 1,
    })),
  };
}

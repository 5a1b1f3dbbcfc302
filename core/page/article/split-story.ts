import type { CommentRecord, ThreadRecords } from '../record';
import { attributeOf, nodeNameOf, queryOf } from '../safe-dom';
import { HINT, readClass } from '../thread/hints';

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

/** Share of records with author and date below which a list is hardly a thread, and of its text in one record that then is the story. */
const SIGNED = 0.34;
const ONE_RECORD = 0.4;
const LONG = 2 * MIN_STORY;

/** A list of so few records is no thread when one of them, unsigned or much longer than a comment, is nearly all of it. */
const FEW = 3;
const NEARLY_ALL = 0.7;
const MIN_UNSIGNED = 150;
const MIN_SIGNED = 300;

/** Does the record's own markup call it a comment, without a page's title in it? A blog's comment may be long, unsigned and the only one. */
function isCalledComment(record: CommentRecord): boolean {
  const node = record.nodes[0];
  if (!node) return false;
  const { hints } = readClass(attributeOf(node, 'class') ?? '', attributeOf(node, 'id') ?? '');
  return (hints & HINT.comment) !== 0 && (hints & HINT.list) === 0 && queryOf(node, 'h1,h2') === null;
}

/** Sections or layout rows of a story, read as records: nearly none is signed and dated, and one of them holds the text. */
function isStoryItself(records: readonly CommentRecord[]): boolean {
  // Numbered posts are posts, however few and nameless (imageboards).
  if (records.length > 1 && records.every((record) => record.floor !== null || (records.length > FEW && /\d/.test(record.id ?? ''))))
    return false;
  return looksLikeStory(records) && !records.every(isCalledComment);
}

function looksLikeStory(records: readonly CommentRecord[]): boolean {
  const texts = records.map((record) => record.text.length);
  const whole = texts.reduce((a, b) => a + b, 0);
  const top = Math.max(...texts);
  if (records.length <= FEW && top >= NEARLY_ALL * whole) {
    const unsigned = records[texts.indexOf(top)]!.authorName === '';
    // A story and its one or two comments: see below.
    const opens =
      texts[0] === top && records.length > 1 && records.slice(1).every((record) => record.authorName !== '' && record.text !== '');
    if (!opens && top >= (unsigned ? MIN_UNSIGNED : MIN_SIGNED)) return true;
  }
  const signed = records.filter((record) => record.authorName !== '' && record.dateText !== null).length;
  if (signed >= SIGNED * records.length) return false;
  return top >= LONG && top >= ONE_RECORD * whole;
}

/**
 * On a blog the story often stands in the same list as its comments, so that the generic reader takes it for the first of them
 * (a third of the blogs of 2008 in the corpora that it reads wrong). Gives the records without it, and null where the whole list is the story.
 * A forum's opening post (it has a floor) and what an adapter has read stay as they are.
 */
export function withoutStory(found: ThreadRecords | null): ThreadRecords | null {
  if (!found || found.adapter !== null || found.records.length === 0) return found;
  if (isStoryItself(found.records)) return null;
  if (found.records.length < 2) return found;
  const [first, ...rest] = found.records as readonly [CommentRecord, ...CommentRecord[]];
  if (first.floor !== null || first.parentIndex !== null || first.text.length < MIN_STORY) return found;
  if (found.records.every(isCalledComment)) return found;
  const lengths = rest.map((record) => record.text.length).sort((a, b) => a - b);
  const usual = lengths[lengths.length >> 1]! + 1;
  if (first.text.length < LONGER * usual) return found;
  const styles = new Map<string, number>();
  for (const record of rest) styles.set(styleOf(record), (styles.get(styleOf(record)) ?? 0) + 1);
  const [common, times] = [...styles].reduce((a, b) => (b[1] > a[1] ? b : a));
  const apart = times >= ALIKE * rest.length && common !== styleOf(first);
  if (!apart && !(first.text.length >= MUCH_LONGER * usual && first.text.length >= 3 * MIN_STORY)) return found;
  const shift = rest.every((record) => record.depth > 0) ? 1 : 0;
  return {
    ...found,
    records: rest.map((record) => ({
      ...record,
      depth: record.depth - shift,
      parentIndex: record.parentIndex === null || record.parentIndex === 0 ? null : record.parentIndex - 1,
    })),
  };
}

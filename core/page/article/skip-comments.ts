import type { ThreadRecords } from '../record';
import type { Survey } from '../survey';

/** Which subtrees are comments. */
export interface CommentSkips {
  /** `skipTo[i]` > 0: element `i` is a comment, go on at that index. */
  readonly skipTo: Int32Array;
  /** Index of the first comment, Infinity if none. */
  readonly first: number;
}

/** Marks the nodes of all records in the survey: one pass of pointer comparisons, since both are in page order. */
export function commentSkips(survey: Survey, records: ThreadRecords | null): CommentSkips {
  const { elements, end } = survey;
  const skipTo = new Int32Array(elements.length);
  const wanted: Element[] = [];
  for (const record of records?.records ?? []) for (const node of record.nodes) wanted.push(node);
  let first = Number.POSITIVE_INFINITY;
  if (wanted.length === 0) return { skipTo, first };
  const mark = (i: number) => {
    skipTo[i] = end[i]!;
    if (i < first) first = i;
  };
  let k = 0;
  for (let i = 0; i < elements.length && k < wanted.length; i++)
    if (elements[i] === wanted[k]) {
      mark(i);
      k++;
    }
  if (k === wanted.length) return { skipTo, first };
  // Out of page order (a reader's freedom): look the rest up one by one.
  const rest = new Set(wanted.slice(k));
  for (let i = 0; i < elements.length; i++) if (rest.has(elements[i]!)) mark(i);
  return { skipTo, first };
}

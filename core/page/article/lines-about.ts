import type { Survey } from '../survey';
import { INLINE } from './tags';

/** Lines looked at before a story's start: where its author and date stand. */
const MAX_LINES = 16;
/** Text nodes looked at for them. */
const MAX_NODES = 90;

/**
 * The lines of the page before a survey index, nearest first: runs of text between block boundaries, wherever in the page they stand (the head
 * of an old page lies in another table than its story). White space is collapsed.
 */
export function linesBefore(survey: Survey, index: number): string[] {
  const { words, owner, tags, parent, from, at } = survey;
  const blockOf = (i: number) => {
    let block = i;
    while (block > 0 && INLINE.has(tags[block]!)) block = parent[block]!;
    return block;
  };
  const lines: string[] = [];
  let line = '';
  let block = -1;
  const flush = () => {
    const text = line.replace(/[\s\u00a0]+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const start = from[index]! - 1;
  for (let k = start; k >= 0 && k > start - MAX_NODES && lines.length < MAX_LINES; k--) {
    const own = blockOf(owner[k]!);
    let broken = own !== block;
    if (!broken && k < start) for (let i = at[k]!; i < at[k + 1]! && !broken; i++) broken = tags[i] === 'BR';
    if (broken) flush();
    block = own;
    line = `${words[k]!} ${line}`;
  }
  flush();
  return lines.slice(0, MAX_LINES);
}

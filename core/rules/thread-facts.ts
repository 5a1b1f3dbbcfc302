import { hash32 } from '../model/key';
import type { Comment, Thread } from '../model/thread';
import { fold } from '../text/fold';

/** What can be known of a comment only from the whole thread. Computed when first asked, for one `decide`. */
export interface ThreadFacts {
  /** How often the comment's words stand in the thread, itself included; 0 for a comment without letters or digits. */
  repeats(comment: Comment): number;
  /** Index by key. */
  indexOf(key: string): number | undefined;
}

const letters = (text: string): string => fold(text).text.replace(/[^\p{L}\p{N}]+/gu, '');

export function threadFacts(thread: Thread): ThreadFacts {
  let counts: Map<number, number> | null = null;
  let hashes: Map<string, number> | null = null;
  let places: Map<string, number> | null = null;
  return {
    repeats(comment) {
      if (!counts || !hashes) {
        counts = new Map();
        hashes = new Map();
        for (const one of thread.comments) {
          const text = letters(one.text);
          if (text === '') continue;
          const hash = hash32(text);
          hashes.set(one.key, hash);
          counts.set(hash, (counts.get(hash) ?? 0) + 1);
        }
      }
      const hash = hashes.get(comment.key);
      return hash === undefined ? 0 : (counts.get(hash) ?? 0);
    },
    indexOf(key) {
      places ??= new Map(thread.comments.map((one, at) => [one.key, at]));
      return places.get(key);
    },
  };
}

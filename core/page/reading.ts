import type { Found } from './found';
import { type Steps, takeTurns } from './steps';
import { withoutChanged } from './without-changed';

/** Changes kept one by one while a pass is being made: from here on everything counts as changed. */
const MOST_TOUCHED = 500;

/** Reads the page, one pass at a time, in turns with it. */
export interface Reading {
  /** Begins a pass unless one is being made. A small page is read, and `acts.done` called, before this returns. */
  start(): void;
  /** The pass that is being made is of no use any more. */
  drop(): void;
  /** To be told of every node that the page changed, so that nothing is taken for what it was when the pass began. */
  touched(node: Node): void;
  readonly isReading: () => boolean;
}

export interface ReadingActs {
  /** Begins to read the page. */
  readonly read: () => Steps<Found>;
  /** What a pass found, the milliseconds it worked, and whether the page changed meanwhile and must be read again. */
  readonly done: (found: Found, milliseconds: number, again: boolean) => void;
  readonly failed: (problem: unknown) => void;
}

/** Makes what reads a page. */
export function createReading({ read, done, failed }: ReadingActs): Reading {
  let now: { readonly stop: AbortController; touched: Node[] | null } | null = null;
  return {
    start() {
      if (now) return;
      const mine = { stop: new AbortController(), touched: [] as Node[] | null };
      now = mine;
      takeTurns(read(), {
        signal: mine.stop.signal,
        done(found, milliseconds) {
          now = null;
          done(withoutChanged(found, mine.touched), milliseconds, mine.touched?.length !== 0);
        },
        failed(problem) {
          now = null;
          failed(problem);
        },
      });
    },
    drop() {
      now?.stop.abort();
      now = null;
    },
    touched(node) {
      if (!now?.touched) return;
      if (now.touched.length < MOST_TOUCHED) now.touched.push(node);
      else now.touched = null;
    },
    isReading: () => now !== null,
  };
}

import { type PageBoot, world } from '../page/world';

/** What the session tells of itself, and does when a part has come. */
export interface LateActs {
  /** Resolves once the page was read for the first time. */
  readonly ready: Promise<void>;
  readonly isOff: () => boolean;
  /** True while rules with patterns hold here and their engine is not in the page. */
  readonly lacksEngine: () => boolean;
  /** The engine is here, or will not come: decide anew. */
  readonly engineCame: () => void;
  /** Read the whole page, story and all. */
  readonly readAgain: () => void;
}

/** Scripts of ours that few pages need, brought when they are needed. */
export interface LateParts {
  /** Rules with patterns need their engine: a script of its own, that comes with the page where comments are known. True: it is here, or none is needed. */
  readonly hasEngine: () => boolean;
  /** Reads the page with its story. Resolves when it was read so, or when the reader of stories could not be had. */
  readonly storied: () => Promise<void>;
  /** To be told after each pass over the page. */
  readonly wasRead: () => void;
}

/** Brings the engine of patterns and the reader of stories into a page, each once. */
export function createLateParts({ bring, signal }: PageBoot, acts: LateActs): LateParts {
  let isFetching = false;
  let isRefused = false;
  let story: Promise<void> | null = null;
  /** To be called after the next pass. */
  const waiting: (() => void)[] = [];

  async function bringStory(): Promise<void> {
    const is = await bring(['story']);
    if (!is) story = null;
    if (!is || signal.aborted || acts.isOff()) return;
    const whole = new Promise<void>((resolve) => waiting.push(resolve));
    acts.readAgain();
    await whole;
  }

  return {
    hasEngine() {
      if (isRefused || !acts.lacksEngine()) return true;
      if (!isFetching) {
        isFetching = true;
        void bring(['engine']).then((is) => {
          // Good comments are not kept from view for an engine that cannot be had.
          isRefused = !is;
          acts.engineCame();
        });
      }
      return false;
    },
    async storied() {
      await acts.ready;
      if (world().story || signal.aborted || acts.isOff()) return;
      story ??= bringStory();
      await story;
    },
    wasRead() {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

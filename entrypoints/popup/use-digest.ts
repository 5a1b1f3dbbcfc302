import { type Steps, useSteps } from '../../components/use-steps';
import { OUT_OF_SIGHT } from '../../components/why';
import type { PageReport } from '../../core/bus/protocol';
import type { Digest } from '../../core/model/summary';
import { digestSteps } from '../../core/summary/discussion';

export type DigestState = Steps<Digest>;

/** Digests the page's discussion, hidden comments left out, in slices: the popup stays alive on 5,000 comments. */
export function useDigest({ thread, article, decisions }: PageReport): DigestState {
  return useSteps(() => {
    if (!thread) return null;
    const leftOut = new Set(decisions.filter((decision) => OUT_OF_SIGHT.has(decision.treatment)).map((decision) => decision.key));
    return digestSteps(thread, { article, leftOut, now: Date.now() });
  }, [thread, decisions]);
}

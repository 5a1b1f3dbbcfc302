import { useEffect, useState } from 'preact/hooks';
import { OUT_OF_SIGHT } from '../../components/why';
import type { PageReport } from '../../core/bus/protocol';
import type { Digest } from '../../core/model/summary';
import { digestSteps } from '../../core/summary/discussion';

const SLICE_MS = 12; // of work between two looks at the screen and the keyboard

/** How far a digest has come; `share` is between 0 and 1. */
export type DigestState =
  | { readonly state: 'none' }
  | { readonly state: 'busy'; readonly share: number }
  | { readonly state: 'done'; readonly value: Digest };

/** Digests the page's discussion in slices, so that the popup stays alive on 5,000 comments. Starts again with a new report. */
export function useDigest(report: PageReport): DigestState {
  const [state, setState] = useState<DigestState>({ state: report.thread ? 'busy' : 'none', share: 0 } as DigestState);
  useEffect(() => {
    const { thread, article, decisions } = report;
    if (!thread) {
      setState({ state: 'none' });
      return;
    }
    const leftOut = new Set(decisions.filter((decision) => OUT_OF_SIGHT.has(decision.treatment)).map((decision) => decision.key));
    const steps = digestSteps(thread, { article, leftOut, now: Date.now() });
    let timer = 0;
    const work = () => {
      const until = performance.now() + SLICE_MS;
      let share = 0;
      do {
        const step = steps.next();
        if (step.done) {
          setState({ state: 'done', value: step.value });
          return;
        }
        share = step.value;
      } while (performance.now() < until);
      setState((before) => (before.state === 'done' ? before : { state: 'busy', share }));
      timer = window.setTimeout(work);
    };
    work();
    return () => clearTimeout(timer);
  }, [report]);
  return state;
}

import { useEffect, useState } from 'preact/hooks';

const SLICE_MS = 12; // of work between two looks at the screen and the keyboard

/** How far long work has come; `share` is between 0 and 1. */
export type Steps<T> =
  | { readonly state: 'none' }
  | { readonly state: 'busy'; readonly share: number }
  | { readonly state: 'done'; readonly value: T };

/** Runs a generator that yields its progress, in slices, so that the page stays alive. Starts anew when the inputs change; null: nothing to do. */
export function useSteps<T>(start: () => Generator<number, T> | null, inputs: readonly unknown[]): Steps<T> {
  const [state, setState] = useState<Steps<T>>({ state: 'busy', share: 0 });
  useEffect(() => {
    const steps = start();
    if (steps === null) {
      setState({ state: 'none' });
      return;
    }
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
      // What was shown before stays until the new answer is there.
      setState((before) => (before.state === 'done' ? before : { state: 'busy', share }));
      timer = window.setTimeout(work);
    };
    work();
    return () => clearTimeout(timer);
  }, inputs);
  return state;
}

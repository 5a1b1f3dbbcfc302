/** Work cut into short steps (well under a millisecond each): whoever runs it may give the page a turn between any two. */
export type Steps<T> = Generator<void, T, void>;

/** Does all the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Longest stretch of work before the page gets a turn: half a frame. */
const TURN_MS = 8;
/** The first stretch is longer, so that what was added to a small page is judged before it is painted, cold code included; half of what counts as a long task. */
const FIRST_TURN_MS = 24;

export interface Turns<T> {
  /** Ends the work between two steps; `done` is not called then. */
  readonly signal: AbortSignal;
  /** Called with the result and the milliseconds that the work itself took: before `takeTurns` returns if one turn was enough. */
  readonly done: (value: T, milliseconds: number) => void;
  /** Called instead of `done` with what a step threw. */
  readonly failed: (problem: unknown) => void;
}

/** Does the work in turns with the page: as much as fits into one at once, so that a small page is done before it is painted, the rest in tasks of their own. */
export function takeTurns<T>(steps: Steps<T>, { signal, done, failed }: Turns<T>): void {
  let took = 0;
  let budget = FIRST_TURN_MS;
  const turn = () => {
    if (signal.aborted) return;
    const start = performance.now();
    let step: IteratorResult<void, T>;
    let now = start;
    try {
      do {
        step = steps.next();
        now = performance.now();
      } while (!step.done && now - start < budget);
    } catch (problem) {
      failed(problem);
      return;
    }
    took += now - start;
    budget = TURN_MS;
    if (step.done) done(step.value, took);
    else nextTask(turn);
  };
  turn();
}

/** Runs `task` after the page had a chance to answer to input and to paint. Not slowed down in a tab in the background, as timers are. */
function nextTask(task: () => void): void {
  const { scheduler } = globalThis as { scheduler?: { postTask?: (task: () => void) => Promise<void> } };
  if (scheduler?.postTask) {
    void scheduler.postTask(task);
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    task();
  };
  port2.postMessage(null);
}

/** Longest stretch of work before the page gets a turn: half a frame. */
const TURN_MS = 8;

/** Runs steps in turns with the page and gives their result; null when `isDone` says that nobody wants it any more. */
export async function inTurns<T>(steps: Generator<void, T>, isDone: () => boolean): Promise<T | null> {
  for (let start = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - start < TURN_MS) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isDone()) return null;
    start = performance.now();
  }
}

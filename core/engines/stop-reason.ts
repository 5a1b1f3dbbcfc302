import type { AbortSignalLike, EngineProblem } from '../summary/model';

/** A way to stop a request that remembers why it was stopped first. */
export interface StopReason {
  readonly signal: AbortSignal;
  readonly end: (problem: EngineProblem) => void;
  readonly stop: () => void;
  /** null: not stopped, or at its own end. */
  readonly why: () => EngineProblem | null;
}

/** Makes one that ends as 'cancelled' when `outer` is aborted. */
export function createStopReason(outer: AbortSignalLike): StopReason {
  const controller = new AbortController();
  let why: EngineProblem | null = null;
  const end = (problem: EngineProblem) => {
    why ??= problem;
    controller.abort();
  };
  outer.addEventListener('abort', () => end('cancelled'));
  return { signal: controller.signal, end, stop: () => controller.abort(), why: () => why };
}

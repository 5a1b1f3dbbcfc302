import type { Model } from './model';

/** Starts or ends the mode in which the reader points out a comment. */
export function startPicking(model: Model, start: boolean): void {
  model.set({ picking: start });
}

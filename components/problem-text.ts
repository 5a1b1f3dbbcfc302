import type { MessageKey, Strings } from './strings';

/** A refused answer's problem in words: a catalogue key is looked up, anything else is shown as it came. */
export function problemText(problem: string, { t }: Strings): string {
  return /^[a-z]+(\.[a-zA-Z]+)+$/.test(problem) ? t(problem as MessageKey) : problem;
}

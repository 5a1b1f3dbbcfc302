import type { MessageKey, Strings } from './strings';

/** A refused answer's problem in words: a catalogue key, perhaps with what it is about (`rules.expected: most`), is looked up; anything else is shown as it came. */
export function problemText(problem: string, { t }: Strings): string {
  const [, key, what = ''] = /^([a-z]+(?:\.[a-zA-Z]+)+)(?:: (.*))?$/s.exec(problem) ?? [];
  return key === undefined ? problem : t(key as MessageKey, { what });
}

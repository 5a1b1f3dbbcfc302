import type { RuleDraft } from './rule';

/** The plainest rule: hide every comment that contains one of the words, everywhere, with a stub. `name` '' shows the words themselves. */
export const wordRule = (words: readonly string[], name = ''): RuleDraft => ({
  name,
  when: { kind: 'words', words, part: false, lookalikes: false, spaced: false },
  action: { kind: 'hide' },
  scope: { kind: 'everywhere' },
  priority: 0,
  expiresAt: null,
  enabled: true,
  replies: false,
  origin: { kind: 'mine' },
});

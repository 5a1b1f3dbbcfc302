import type { Rule, RuleDraft } from '../../core/model/rule';

/** The part of a rule that a person edits. */
export const draftOf = ({ name, when, action, scope, priority, expiresAt, enabled, replies, origin }: Rule): RuleDraft => ({
  name,
  when,
  action,
  scope,
  priority,
  expiresAt,
  enabled,
  replies,
  origin,
});

/** A rule on one line. */
export const ruleText = (rule: RuleDraft): string => (rule.when.kind === 'words' ? rule.when.words.join(', ') : rule.when.kind);

import type { Rule, RuleDraft } from '../../core/model/rule';
import { formatRule } from '../../core/rules/format';

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

const texts = new WeakMap<RuleDraft, string>();

/** A rule on one line, without its name, switch and end, which are shown beside it. Kept as long as the rule is. */
export function ruleText(rule: RuleDraft): string {
  let text = texts.get(rule);
  if (text === undefined) {
    text = formatRule({ ...rule, name: '', enabled: true, expiresAt: null });
    texts.set(rule, text);
  }
  return text;
}

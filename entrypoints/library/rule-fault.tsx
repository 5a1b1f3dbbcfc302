import { useEffect, useState } from 'preact/hooks';
import { problemText } from '../../components/problem-text';
import { useStrings } from '../../components/strings';
import type { Rule } from '../../core/model/rule';
import { checkRule, type RuleProblem } from '../../core/rules/check';
import { needsEngine } from '../../core/rules/compile';

const checked = new WeakMap<Rule, RuleProblem | null>();

/** Why a rule with a pattern can't be used, in front of its line; nothing where it can. A backup or another tool's file may bring patterns that the editor would refuse, and those hide nothing. */
export function RuleFault({ rule }: { readonly rule: Rule }) {
  const strings = useStrings();
  const [fault, setFault] = useState(checked.get(rule) ?? null);
  useEffect(() => {
    let stale = false;
    setFault(checked.get(rule) ?? null);
    // The engine is large: it is loaded only where a pattern is in sight.
    if (!checked.has(rule) && needsEngine([{ ...rule, enabled: true }]))
      void import('../../core/rules/regex').then(({ regexEngine }) => {
        const found = checkRule(rule, regexEngine);
        checked.set(rule, found);
        if (!stale) setFault(found);
      });
    return () => {
      stale = true;
    };
  }, [rule]);
  if (!fault) return null;
  return (
    <>
      <span class="problem">
        {fault.source === null
          ? problemText(fault.problem, strings)
          : strings.t('rule.problemAt', { problem: problemText(fault.problem, strings), at: Number(fault.where) + 1 })}
      </span>
      {' · '}
    </>
  );
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon } from '../../components/icon';
import { problemText } from '../../components/problem-text';
import { useStrings } from '../../components/strings';
import { checkList } from '../../core/rules/check-list';
import { needsEngine } from '../../core/rules/compile';
import type { RegexEngine } from '../../core/rules/engine';
import { formatRuleList } from '../../core/rules/format';
import { parseRuleList, sameKey } from '../../core/rules/parse';
import { allRules, putRules } from '../../core/store/rules';
import { useLibrary, useLive } from './use-store';

/** What a rule that is not stored yet has no use for. */
const NO_ROW = { uuid: '', createdAt: 0, updatedAt: 0, deletedAt: null, rev: {} };

/** Many rules at once, one a line: what they would be, what is there already, and what can't be read, by line. */
export function RulePaste({ onBack }: { readonly onBack: () => void }) {
  const strings = useStrings();
  const { t } = strings;
  const { store, done } = useLibrary();
  const [text, setText] = useState('');
  const rules = useLive(() => allRules(store), [store]);
  const known = useMemo(() => new Set(rules?.map(sameKey)), [rules]);
  const [engine, setEngine] = useState<RegexEngine | null>(null);
  const read = useMemo(() => parseRuleList(text, { now: Date.now() }), [text]);
  const wants = useMemo(() => needsEngine(read.rules.map((rule) => ({ ...rule, enabled: true, ...NO_ROW }))), [read]);
  // The engine is large, and few lists hold a pattern.
  useEffect(() => {
    if (wants && engine === null) void import('../../core/rules/regex').then(({ regexEngine }) => setEngine(regexEngine));
  }, [wants]);
  const parsed = useMemo(() => (engine ? checkList(text, read, engine) : read), [read, engine]);
  const isReady = !wants || engine !== null;
  const fresh = parsed.rules.filter((rule) => !known.has(sameKey(rule)));
  const add = async () => {
    if (await done.run((op) => putRules(store, op, fresh), 'done.rule.addMany', { count: fresh.length })) onBack();
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(formatRuleList(rules ?? []));
      done.say('done.copied');
    } catch {
      done.say('fault.copy');
    }
  };
  const same = parsed.rules.length - fresh.length + parsed.duplicates.length + parsed.more.duplicates;
  return (
    <div class="scroll stack">
      <div class="row">
        <button type="button" class="btn plain" onClick={onBack}>
          <Icon name="back" />
          {t('library.rules')}
        </button>
        <span class="grow" />
        <button type="button" class="btn" disabled={!rules?.length} onClick={() => void copy()}>
          {t('paste.copyAll')}
        </button>
      </div>
      <h1>{t('paste.title')}</h1>
      <label class="stack">
        <span class="muted">{t('paste.why')}</span>
        <textarea class="field mono" rows={12} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <p role="status">
        {t('paste.new', { count: fresh.length })}
        {same > 0 && ` · ${t('paste.same', { count: same })}`}
      </p>
      {parsed.problems.length > 0 && (
        <ul class="problem">
          {parsed.problems.map((wrong) => (
            <li key={`${wrong.line}:${wrong.column}`}>
              {t('paste.line', { line: wrong.line, column: wrong.column, problem: problemText(wrong.problem, strings) })}
            </li>
          ))}
          {parsed.more.problems > 0 && <li>{t('filters.more', { count: parsed.more.problems })}</li>}
        </ul>
      )}
      <p>
        <button type="button" class="btn primary large" disabled={fresh.length === 0 || !isReady} onClick={() => void add()}>
          {t('paste.add', { count: fresh.length })}
        </button>
      </p>
    </div>
  );
}

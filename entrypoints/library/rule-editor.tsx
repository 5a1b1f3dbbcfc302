import { useEffect, useState } from 'preact/hooks';
import { ConditionEditor, simplest } from '../../components/condition-editor';
import { Icon } from '../../components/icon';
import { problemText } from '../../components/problem-text';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import type { Condition, RuleDraft } from '../../core/model/rule';
import { wordRule } from '../../core/model/word-rule';
import { checkRule } from '../../core/rules/check';
import { formatRule } from '../../core/rules/format';
import { parseRule } from '../../core/rules/parse';
import { putRule, removeRules } from '../../core/store/rules';
import { ActionFields, LimitFields, ScopeFields } from './rule-fields';
import { RulePreview } from './rule-preview';
import { draftOf } from './rule-text';
import { useLibrary, useLive } from './use-store';

/** A rule in its textual form, which is the same in every language. */
const EXAMPLE = 'hide if text has "spam" | "广告"';
/** Nothing was typed yet: the line stays empty rather than say "has nothing". */
const isBlank = (when: Condition): boolean => (when.kind === 'words' ? when.words.length === 0 : 'of' in when && when.of.every(isBlank));

interface Props {
  /** null: a new rule. */
  readonly uuid: string | null;
  readonly onBack: () => void;
}

/** One rule: rows, the same as one line of text, and what it would do on the pages that are open. */
export function RuleEditor({ uuid, onBack }: Props) {
  const strings = useStrings();
  const { t } = strings;
  const { store, done } = useLibrary();
  const known = useLive(async () => (uuid === null ? null : ((await store.db.rules.get(uuid)) ?? null)), [store, uuid]);
  const [draft, setDraft] = useState<RuleDraft | null>(uuid === null ? wordRule([]) : null);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (known && draft === null) setDraft(draftOf(known));
  }, [known]);

  const back = (
    <button type="button" class="btn plain" onClick={onBack}>
      <Icon name="back" />
      {t('library.rules')}
    </button>
  );
  if (uuid !== null && known === null) return <StateView title={t('fault.rule.gone')}>{back}</StateView>;
  if (draft === null) return <StateView kind="busy" title={t('common.loading')} />;

  const plain = { ...draft, when: simplest(draft.when) };
  const change = (patch: Partial<RuleDraft>) => {
    setDraft({ ...draft, ...patch });
    setText(null);
    setProblem('');
  };
  const type = (line: string) => {
    setText(line);
    const parsed = parseRule(line, { origin: draft.origin, now: Date.now() });
    if ('problem' in parsed) setProblem(t('rule.problemAt', { problem: problemText(parsed.problem, strings), at: parsed.at + 1 }));
    else {
      setProblem('');
      if (parsed.rule) setDraft(parsed.rule);
    }
  };
  const save = async () => {
    // The engine is large and only this page and pages with patterns need it.
    const { regexEngine } = await import('../../core/rules/regex');
    const wrong = checkRule(plain, regexEngine);
    if (wrong) {
      const at =
        wrong.source !== null ? t('rule.problemAt', { problem: problemText(wrong.problem, strings), at: Number(wrong.where) + 1 }) : null;
      setProblem(at ?? [problemText(wrong.problem, strings), wrong.where].filter((part) => part !== '').join(' · '));
      return;
    }
    const key = uuid === null ? 'done.rule.add' : 'done.rule.change';
    if (await done.run((op) => putRule(store, op, uuid, plain), key)) onBack();
  };
  const remove = async () => {
    if (uuid !== null && (await done.run((op) => removeRules(store, op, [uuid]), 'done.rule.remove', { count: 1 }))) onBack();
  };
  return (
    <form
      class="scroll stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="row">
        {back}
        <span class="grow" />
        {uuid !== null && (
          <button type="button" class="btn danger" onClick={() => void remove()}>
            <Icon name="trash" />
            {t('common.delete')}
          </button>
        )}
      </div>
      <h1>{t(uuid === null ? 'library.rules.new' : 'rule.edit')}</h1>
      <label class="stack">
        <span>{t('rule.name')}</span>
        <input class="field" maxLength={200} value={draft.name} onInput={(event) => change({ name: event.currentTarget.value })} />
      </label>
      <section class="stack">
        <h2>{t('rule.when')}</h2>
        <ConditionEditor when={draft.when} onChange={(when) => change({ when })} />
      </section>
      <section class="stack">
        <h2>{t('rule.then')}</h2>
        <ActionFields draft={draft} onChange={change} />
      </section>
      <section class="stack">
        <h2>{t('rule.where')}</h2>
        <ScopeFields draft={draft} onChange={change} />
        <LimitFields draft={draft} onChange={change} />
      </section>
      <label class="stack">
        <h2>{t('rule.asText')}</h2>
        <textarea
          class="field mono"
          rows={2}
          spellcheck={false}
          aria-invalid={problem !== ''}
          aria-describedby="rule-problem"
          placeholder={EXAMPLE}
          value={text ?? (isBlank(plain.when) ? '' : formatRule(plain))}
          onInput={(event) => type(event.currentTarget.value.replace(/\n/g, ' '))}
        />
      </label>
      <p class="problem" id="rule-problem" role="alert">
        {problem}
      </p>
      <RulePreview draft={plain} />
      <p class="row">
        <button type="submit" class="btn primary large">
          {t('common.save')}
        </button>
        <button type="button" class="btn large" onClick={onBack}>
          {t('common.cancel')}
        </button>
      </p>
    </form>
  );
}

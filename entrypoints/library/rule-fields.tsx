import { ColourChoice } from '../../components/colour-choice';
import { type MessageKey, useStrings } from '../../components/strings';
import type { RuleAction, RuleDraft, RuleScope } from '../../core/model/rule';

interface Props {
  readonly draft: RuleDraft;
  readonly onChange: (patch: Partial<RuleDraft>) => void;
}
const ACTIONS: Readonly<Record<RuleAction['kind'], MessageKey>> = {
  hide: 'does.hide',
  vanish: 'does.vanish',
  fold: 'does.fold',
  dim: 'does.dim',
  highlight: 'does.highlight',
  label: 'does.label',
  show: 'does.show',
};
const SCOPES: Readonly<Record<RuleScope['kind'], MessageKey>> = {
  everywhere: 'scope.everywhere',
  site: 'scope.site',
  board: 'scope.board',
  thread: 'scope.thread',
};

function actionOf(kind: RuleAction['kind']): RuleAction {
  if (kind === 'highlight') return { kind, colour: 'yellow' };
  if (kind === 'label') return { kind, label: { text: '', colour: 'grey' } };
  return { kind };
}
function scopeOf(kind: RuleScope['kind'], before: RuleScope): RuleScope {
  const site = 'site' in before ? before.site : '';
  if (kind === 'site') return { kind, site };
  if (kind === 'board') return { kind, site, path: '/' };
  if (kind === 'thread') return { kind, threadKey: '' };
  return { kind };
}

/** What the rule does, with its colour or label. */
export function ActionFields({ draft: { action }, onChange }: Props) {
  const { t } = useStrings();
  return (
    <div class="row">
      <select
        class="field"
        aria-label={t('rule.then')}
        value={action.kind}
        onChange={(event) => onChange({ action: actionOf(event.currentTarget.value as RuleAction['kind']) })}
      >
        {(Object.keys(ACTIONS) as RuleAction['kind'][]).map((kind) => (
          <option key={kind} value={kind}>
            {t(ACTIONS[kind])}
          </option>
        ))}
      </select>
      {action.kind === 'highlight' && (
        <ColourChoice label={t('label.colour')} value={action.colour} onChange={(colour) => onChange({ action: { ...action, colour } })} />
      )}
      {action.kind === 'label' && (
        <>
          <input
            class="field short"
            aria-label={t('label.text')}
            placeholder={t('label.text')}
            maxLength={80}
            value={action.label.text}
            onInput={(event) => onChange({ action: { ...action, label: { ...action.label, text: event.currentTarget.value } } })}
          />
          <ColourChoice
            label={t('label.colour')}
            value={action.label.colour}
            onChange={(colour) => onChange({ action: { ...action, label: { ...action.label, colour } } })}
          />
        </>
      )}
    </div>
  );
}

/** Where the rule holds. */
export function ScopeFields({ draft: { scope }, onChange }: Props) {
  const { t } = useStrings();
  const field = (label: string, value: string, set: (value: string) => RuleScope) => (
    <input
      class="field short"
      aria-label={label}
      placeholder={label}
      value={value}
      onInput={(event) => onChange({ scope: set(event.currentTarget.value.trim()) })}
    />
  );
  return (
    <div class="row">
      <select
        class="field"
        aria-label={t('rule.where')}
        value={scope.kind}
        onChange={(event) => onChange({ scope: scopeOf(event.currentTarget.value as RuleScope['kind'], scope) })}
      >
        {(Object.keys(SCOPES) as RuleScope['kind'][]).map((kind) => (
          <option key={kind} value={kind}>
            {t(SCOPES[kind])}
          </option>
        ))}
      </select>
      {(scope.kind === 'site' || scope.kind === 'board') && field(t('scope.siteField'), scope.site, (site) => ({ ...scope, site }))}
      {scope.kind === 'board' && field(t('scope.path'), scope.path, (path) => ({ ...scope, path }))}
      {scope.kind === 'thread' && field(t('scope.threadField'), scope.threadKey, (threadKey) => ({ ...scope, threadKey }))}
    </div>
  );
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Until when, how strongly, and whether replies go along. */
export function LimitFields({ draft, onChange }: Props) {
  const { t } = useStrings();
  return (
    <div class="row spread">
      <label class="check">
        {t('rule.expires')}
        <input
          class="field auto"
          type="date"
          value={draft.expiresAt === null ? '' : dayOf(draft.expiresAt)}
          onChange={(event) => {
            const at = Date.parse(event.currentTarget.value);
            onChange({ expiresAt: Number.isNaN(at) ? null : at });
          }}
        />
      </label>
      <label class="check">
        {t('rule.priority')}
        <input
          class="field number-field"
          type="number"
          step={1}
          value={draft.priority}
          onInput={(event) => {
            const value = event.currentTarget.valueAsNumber;
            if (Number.isSafeInteger(value)) onChange({ priority: value });
          }}
        />
      </label>
      <label class="check">
        <input type="checkbox" checked={draft.replies} onChange={(event) => onChange({ replies: event.currentTarget.checked })} />
        {t('rule.replies')}
      </label>
    </div>
  );
}

import { Spans } from '../../components/spans';
import type { Reason } from '../../core/model/decision';
import type { Rule } from '../../core/model/rule';
import { becauseText } from '../../core/page/paint-parts';
import { type Acts, draftOf } from './acts';
import type { Anchor, Model } from './model';
import { Panel } from './panel';

interface Props {
  readonly model: Model;
  readonly acts: Acts;
  readonly keys: readonly string[];
  readonly at: Anchor;
}

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly act: () => Promise<unknown>;
}

/** What can be done about one reason, the gentlest first. */
function choicesOf({ model, acts }: Props, key: string, reason: Reason, rule: Rule | undefined): readonly Choice[] {
  const { t, link } = model;
  const site = link.site();
  const allow = { id: 'allow', label: t('page.why.allow'), act: () => acts.mark('allow', key, {}) };
  const edit = (view: string, id: string) => ({ id: 'edit', label: t('page.why.edit'), act: async () => acts.openLibrary(view, id) });
  if (reason.kind === 'mark') return [{ id: 'unhide', label: t('page.why.unhide'), act: () => acts.unmark([reason.id]) }];
  if (reason.kind === 'person') {
    return [
      allow,
      {
        id: 'person',
        label: t('page.why.person', { name: reason.name }),
        act: () => acts.changePerson(key, { action: null }, 'page.done.showPerson'),
      },
      edit('people', reason.id),
    ];
  }
  if (reason.kind === 'parent' || !rule) return [allow];
  const draft = draftOf(rule);
  return [
    allow,
    ...(rule.scope.kind === 'everywhere'
      ? [
          {
            id: 'here',
            label: t('page.why.notHere'),
            // An exception of one's own beats any hide; the rule itself goes on elsewhere.
            act: () =>
              acts.putRule(
                null,
                { ...draft, action: { kind: 'show' }, scope: { kind: 'site', site }, replies: false, origin: { kind: 'mine' } },
                'page.done.notHere',
              ),
          },
        ]
      : []),
    { id: 'off', label: t('page.why.off'), act: () => acts.putRule(rule.uuid, { ...draft, enabled: false }, 'page.done.off') },
    edit('rules', rule.uuid),
  ];
}

/** Why comments are hidden, dimmed or highlighted: the reason, the words that matched, and how to have it otherwise. */
export function WhyPanel(props: Props) {
  const { model, keys, at } = props;
  const { t, link } = model;
  const rules = new Map(link.rules().rules.map((rule) => [rule.uuid, rule]));
  return (
    <Panel model={model} at={at} role="dialog" label={t('page.why.title')} kind="why">
      <h2>{t('page.why.title')}</h2>
      {keys.map((key) => {
        const found = link.comment(key);
        if (!found?.decision) return null;
        const { comment, decision } = found;
        return (
          <section key={key}>
            <p class="text">
              {comment.author.name && (
                <>
                  <b>
                    <bdi>{comment.author.name}</bdi>
                  </b>{' '}
                </>
              )}
              <Spans text={comment.text.slice(0, 600)} ranges={decision.spans} />
            </p>
            {decision.because.map((reason) => (
              <div key={`${reason.kind} ${reason.id}`}>
                <p class="because">{becauseText(t, reason)}</p>
                <div class="row">
                  {choicesOf(props, key, reason, rules.get(reason.id)).map((choice, i) => (
                    <button
                      key={choice.id}
                      type="button"
                      class={`btn ${choice.id}`}
                      {...(i === 0 && key === keys[0] ? { 'data-first': '' } : {})}
                      onClick={() => {
                        model.close();
                        void choice.act();
                      }}
                    >
                      {choice.label}
                    </button>
                  ))}
                </div>
              </div>
            ))}
          </section>
        );
      })}
      <div class="row end">
        <button type="button" class="btn plain" onClick={() => model.close()}>
          {t('page.close')}
        </button>
      </div>
    </Panel>
  );
}

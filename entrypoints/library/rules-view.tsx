import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../../components/icon';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import { Switch } from '../../components/switch';
import { VirtualList } from '../../components/virtual-list';
import type { Rule } from '../../core/model/rule';
import { wordRule } from '../../core/model/word-rule';
import { allRules, putRule, removeRules } from '../../core/store/rules';
import { AddLine } from './add-line';
import { ListHead } from './list-head';
import { matches, searchWords } from './matching';
import { RuleFault } from './rule-fault';
import { draftOf, ruleText } from './rule-text';
import { useMedia } from './use-media';
import { useLibrary, useLive } from './use-store';

const ROW_PX = 60;
/** On a narrow page a rule's text takes two lines, and what is said of it three. */
const NARROW_ROW_PX = 118;
const NARROW = '(max-width: 480px)';

interface Props {
  readonly query: string;
  readonly onSearch: (query: string) => void;
  readonly onOpen: (uuid: string) => void;
}

/** All rules with their hits; words to hide are added in one line. */
export function RulesView({ query, onSearch, onOpen }: Props) {
  const { t, date, when } = useStrings();
  const { store, done } = useLibrary();
  const [word, setWord] = useState('');
  const rules = useLive(() => allRules(store), [store]);
  const hits = useLive(async () => new Map((await store.db.hits.toArray()).map((row) => [row.uuid, row])), [store]);
  const shown = useMemo(() => {
    const words = searchWords(query);
    return rules?.filter((rule) => matches(rule, (row) => [row.name, ruleText(row)], words)) ?? [];
  }, [rules, query]);
  const isNarrow = useMedia(NARROW);
  const remove = (rule: Rule) => void done.run((op) => removeRules(store, op, [rule.uuid]), 'done.rule.remove', { count: 1 });
  const enable = (rule: Rule, enabled: boolean) =>
    void done.run((op) => putRule(store, op, rule.uuid, { ...draftOf(rule), enabled }), enabled ? 'done.rule.on' : 'done.rule.off');
  const endText = (at: number): string => {
    const now = Date.now();
    return at <= now ? t('rule.expired', { when: when(at, now) }) : t('rule.until', { date: date(at, true), when: when(at, now) });
  };
  const add = async () => {
    const text = word.trim();
    if (text === '') return;
    if (await done.run((op) => putRule(store, op, null, wordRule([text])), 'done.wordAdded', { word: text })) setWord('');
  };
  return (
    <>
      <ListHead
        title={t('library.rules')}
        count={rules ? t('count.rules', { count: shown.length }) : ''}
        searchLabel={t('library.rules.search')}
        query={query}
        onSearch={onSearch}
      >
        <button type="button" class="btn field-height" onClick={() => onOpen('new')}>
          <Icon name="add" />
          {t('library.rules.new')}
        </button>
        <button type="button" class="btn field-height" onClick={() => onOpen('paste')}>
          {t('paste.title')}
        </button>
        <button type="button" class="btn field-height" onClick={() => onOpen('lists')}>
          {t('lists.title')}
        </button>
      </ListHead>
      <AddLine
        label={t('filters.word')}
        button={t('filters.hideWord')}
        value={word}
        onValue={setWord}
        onAdd={() => void add()}
        field={{ placeholder: t('filters.wordHint'), maxLength: 200 }}
      />
      {rules === undefined && <StateView kind="busy" title={t('common.loading')} />}
      {rules?.length === 0 && <StateView title={t('library.rules.empty')} text={t('library.rules.emptyWhy')} />}
      {rules && rules.length > 0 && shown.length === 0 && <StateView title={t('library.noMatch')} />}
      {shown.length > 0 && (
        <VirtualList
          label={t('library.rules')}
          count={shown.length}
          rowHeight={isNarrow ? NARROW_ROW_PX : ROW_PX}
          keyOf={(index) => shown[index]!.uuid}
          onOpen={(index) => onOpen(shown[index]!.uuid)}
          onDelete={(index) => remove(shown[index]!)}
          row={(index) => {
            const rule = shown[index]!;
            const hit = hits?.get(rule.uuid);
            const name = rule.name || ruleText(rule);
            return (
              <div class={`item rule-item ${rule.enabled ? '' : 'off'}`}>
                <div class="grow">
                  <p class="ellipsis" title={name}>
                    <a class="item-name" href={`#/rules/${rule.uuid}`} tabIndex={-1}>
                      <bdi>{name}</bdi>
                    </a>
                  </p>
                  <p class="muted ellipsis">
                    <RuleFault rule={rule} />
                    {rule.expiresAt !== null && `${endText(rule.expiresAt)} · `}
                    {rule.name !== '' && (
                      <>
                        <code>{ruleText(rule)}</code>
                        {' · '}
                      </>
                    )}
                    {hit && hit.hits > 0 ? t('rule.hits', { count: hit.hits, date: date(hit.lastAt) }) : t('rule.noHits')}
                    {rule.origin.kind === 'list' && ` · ${t('rule.fromList')}`}
                  </p>
                </div>
                <Switch on={rule.enabled} label={t('rule.enabled', { name })} onChange={(on) => enable(rule, on)} />
                <button
                  type="button"
                  class="btn icon plain"
                  aria-label={t('rule.delete', { name })}
                  title={t('common.delete')}
                  onClick={() => remove(rule)}
                >
                  <Icon name="trash" />
                </button>
              </div>
            );
          }}
        />
      )}
    </>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon } from '../../components/icon';
import { problemText } from '../../components/problem-text';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import { ask } from '../../core/bus/call';
import type { Result } from '../../core/model/result';
import { type TakenList, takeList } from '../../core/rules/diff';
import { formatRule } from '../../core/rules/format';
import type { ListRow } from '../../core/store/database';
import { allLists, applyList, diffList, type ListDiff, listAddress, rulesOfList, subscribe, unsubscribe } from '../../core/store/lists';
import { AddLine } from './add-line';
import { useLibrary, useLive } from './use-store';

const SHOWN = 50; // rules of a difference listed one by one
const unlisted = ({ add, remove }: ListDiff): number => Math.max(0, add.length - SHOWN) + Math.max(0, remove.length - SHOWN);

/** Rule lists by subscription: an address of the person's own, asked for with the host's permission; a new copy is looked at before it applies. */
export function ListsView({ onBack }: { readonly onBack: () => void }) {
  const strings = useStrings();
  const { t } = strings;
  const { store, done } = useLibrary();
  const lists = useLive(() => allLists(store), [store]);
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState('');
  const say = (result: Result<unknown>) =>
    setProblem(result.ok ? '' : [problemText(result.problem, strings), result.where].filter((part) => part !== '').join(' · '));

  const fetchList = async (uuid: string) => say(await ask('list.refresh', { uuid }));
  const add = async () => {
    setProblem('');
    const url = address.trim();
    const host = listAddress(url)?.hostname;
    if (!host) return setProblem(t('fault.list.address'));
    // The browser asks only within the click: nothing may be awaited before request().
    const granted = await browser.permissions.request({ origins: [`https://${host}/*`] }).catch(() => false);
    if (!granted) return setProblem(t('fault.list.permission'));
    const made = await subscribe(store, crypto.randomUUID(), url, '');
    say(made);
    if (!made.ok) return;
    setAddress('');
    await fetchList(made.value.uuid);
  };
  return (
    <div class="scroll stack">
      <div class="row">
        <button type="button" class="btn plain" onClick={onBack}>
          <Icon name="back" />
          {t('library.rules')}
        </button>
      </div>
      <h1>{t('lists.title')}</h1>
      <p class="muted">{t('lists.why')}</p>
      <AddLine
        label={t('lists.address')}
        button={t('lists.add')}
        value={address}
        onValue={setAddress}
        onAdd={() => void add()}
        field={{ type: 'url' }}
      />
      <p class="problem" role="alert">
        {problem}
      </p>
      {lists?.length === 0 && <StateView title={t('lists.none')} />}
      <ul class="stack">
        {lists?.map((list) => (
          <li key={list.uuid} class="card stack">
            <ListCard list={list} onFetch={() => void fetchList(list.uuid)} />
            <p class="row">
              <span class="grow" />
              <button
                type="button"
                class="btn danger"
                onClick={() => void done.run((op) => unsubscribe(store, op, list.uuid), 'done.list.remove')}
              >
                {t('lists.remove')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One list: when it was fetched, how many rules it has, and what the copy that waits would change. */
function ListCard({ list, onFetch }: { readonly list: ListRow; readonly onFetch: () => void }) {
  const strings = useStrings();
  const { t, date } = strings;
  const { store, done } = useLibrary();
  const rules = useLive(() => rulesOfList(store, list.uuid), [store, list.uuid]);
  const [taken, setTaken] = useState<Result<TakenList> | null>(null);
  useEffect(() => {
    let stale = false;
    setTaken(null);
    const { pending } = list;
    if (pending !== null)
      void import('../../core/rules/regex').then(({ regexEngine }) => {
        if (!stale) setTaken(takeList(pending, { kind: 'list', list: list.uuid }, regexEngine, Date.now()));
      });
    return () => {
      stale = true;
    };
  }, [list.pending]);
  const diff = taken?.ok && rules ? diffList(rules, taken.value.rules) : null;
  return (
    <>
      <p class="row">
        <b class="grow">
          <bdi class="text">{list.title || list.url}</bdi>
        </b>
        <button type="button" class="btn" onClick={onFetch}>
          {t('lists.fetch')}
        </button>
      </p>
      <p class="muted">
        {t('count.rules', { count: rules?.length ?? 0 })}
        {list.fetchedAt !== null && ` · ${t('lists.fetched', { date: date(list.fetchedAt, true) })}`}
      </p>
      {taken && !taken.ok && (
        <p class="problem" role="alert">
          {problemText(taken.problem, strings)}
        </p>
      )}
      {diff && taken?.ok && (
        <>
          <p>{t('lists.diff', { add: diff.add.length, remove: diff.remove.length, same: diff.same })}</p>
          <ul class="difference">
            {diff.add.slice(0, SHOWN).map((rule) => (
              <li key={`+ ${formatRule(rule)}`}>
                <ins>+ {formatRule(rule)}</ins>
              </li>
            ))}
            {diff.remove.slice(0, SHOWN).map((rule) => (
              <li key={rule.uuid}>
                <del>− {formatRule(rule)}</del>
              </li>
            ))}
            {unlisted(diff) > 0 && <li>{t('filters.more', { count: unlisted(diff) })}</li>}
          </ul>
          {taken.value.sweep.hidden * 2 > taken.value.sweep.of && (
            <p class="problem">{t('lists.together', { count: taken.value.sweep.hidden, of: taken.value.sweep.of })}</p>
          )}
          <LeftOut taken={taken.value} />
          <p>
            <button
              type="button"
              class="btn primary"
              onClick={() =>
                void done.run((op) => applyList(store, op, list.uuid, list.pending ?? '', taken.value.rules), 'done.list.apply', {
                  count: taken.value.rules.length,
                })
              }
            >
              {t('lists.apply')}
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** What a list may not have or could not be read, by line. */
function LeftOut({ taken: { leftOut, parsed } }: { readonly taken: TakenList }) {
  const strings = useStrings();
  const { t } = strings;
  const faults = [
    ...leftOut.map(({ line, text, problem, where }) => ({
      line,
      text,
      problem: problem.startsWith('regex.')
        ? t('rule.problemAt', { problem: problemText(problem, strings), at: Number(where) + 1 })
        : problemText(problem, strings),
    })),
    ...parsed.problems.map(({ line, column, problem }) => ({
      line,
      text: '',
      problem: t('rule.problemAt', { problem: problemText(problem, strings), at: column }),
    })),
  ].sort((a, b) => a.line - b.line);
  const count = faults.length + parsed.more.problems;
  if (count === 0) return null;
  return (
    <details>
      <summary>{t('lists.leftOut', { count })}</summary>
      <ul class="muted">
        {faults.slice(0, SHOWN).map(({ line, text, problem }) => (
          <li key={line}>
            {line}: <code>{text}</code> {problem}
          </li>
        ))}
        {count > SHOWN && <li>{t('filters.more', { count: count - SHOWN })}</li>}
      </ul>
    </details>
  );
}

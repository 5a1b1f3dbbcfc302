import { useMemo, useRef, useState } from 'preact/hooks';
import { DigestView } from '../../components/digest-view';
import { answersOf, placeOf } from '../../components/facts';
import { LabelChip } from '../../components/label-chip';
import { Name } from '../../components/name';
import { SearchField } from '../../components/search-field';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import { Tabs } from '../../components/tabs';
import { useSteps } from '../../components/use-steps';
import { VirtualList } from '../../components/virtual-list';
import { OUT_OF_SIGHT, reasonText, treatmentText } from '../../components/why';
import { askTab } from '../../core/bus/call';
import type { TabSeen } from '../../core/bus/page-of-tab';
import type { PageReport } from '../../core/bus/protocol';
import { digestSteps } from '../../core/summary/discussion';
import { fold } from '../../core/text/fold';
import { FollowButton } from './follow-button';
import { KeySheet } from './key-sheet';
import { FILTERS, type Filter, isIn, type Line } from './lines';
import { usePanelKeys } from './use-panel-keys';

const ROW_PX = 68;
const INDENT_PX = 12;
const MAX_INDENT = 6; // steps; deeper replies would leave no room for words
/** The thread line by line, filtered and searched; a line is a button to its comment. The second tab holds the digest. */
export function Outline({ tab, report }: { readonly tab: TabSeen; readonly report: PageReport }) {
  const strings = useStrings();
  const { t } = strings;
  const [view, setView] = useState<'outline' | 'digest'>('outline');
  const [filter, setFilter] = useState<Filter>('all');
  const [query, setQuery] = useState('');
  const { thread } = report;
  const lines = useMemo((): readonly Line[] => {
    const decisions = new Map(report.decisions.map((decision) => [decision.key, decision]));
    return (thread?.comments ?? []).map((comment) => ({
      comment,
      decision: decisions.get(comment.key),
      folded: fold(`${comment.author.name}\n${comment.text}`).text,
    }));
  }, [report]);
  const digest = useSteps(() => {
    if (!thread || view !== 'digest') return null;
    const leftOut = new Set(lines.filter((line) => isIn('hidden', line, thread, null)).map((line) => line.comment.key));
    return digestSteps(thread, { article: report.article, leftOut, now: Date.now() });
  }, [report, view]);
  const [sheet, setSheet] = useState(false);
  /** Where "next new" goes on from. */
  const last = useRef<string | null>(null);
  const reveal = (key: string) => {
    last.current = key;
    void askTab(tab.id, 'page.reveal', { place: { kind: 'comment', key }, flash: true });
  };
  usePanelKeys({
    '/': () => {
      setView('outline');
      // The field stands in the document once the outline does.
      setTimeout(() => document.querySelector<HTMLInputElement>('.panel-tools input')?.focus());
    },
    '?': () => setSheet((shown) => !shown),
    n: () => step(1),
    p: () => step(-1),
  });
  const step = (by: 1 | -1) => {
    const fresh = lines.filter(({ decision }) => decision?.isNew).map(({ comment }) => comment.key);
    const order = lines.map(({ comment }) => comment.key);
    const from = last.current === null ? -1 : order.indexOf(last.current);
    const ahead = fresh.filter((key) => (order.indexOf(key) - from) * by > 0);
    const next = by === 1 ? ahead[0] : ahead.at(-1);
    if (next !== undefined) reveal(next);
  };
  if (!thread)
    return (
      <main class="panel-state">
        <StateView alone title={t('popup.noComments')} />
      </main>
    );

  const opener = thread.comments.find((comment) => comment.op)?.author.name ?? report.article?.byline ?? null;
  const words = query.split(/\s+/u).flatMap((word) => fold(word).text || []);
  const counted = (name: Filter) => lines.filter((line) => isIn(name, line, thread, opener)).length;
  const shown = lines.filter((line) => isIn(filter, line, thread, opener) && words.every((word) => line.folded.includes(word)));
  const title = thread.title || report.article?.title || tab.title;
  return (
    <main class="panel">
      <header class="panel-head">
        <div class="panel-title">
          <h1 class="clamp grow" dir="auto">
            {title}
          </h1>
          <FollowButton key={thread.key} thread={thread} title={title} />
          <button
            type="button"
            class="btn icon plain"
            aria-label={t('panel.keys')}
            title={t('panel.keys')}
            onClick={() => setSheet(!sheet)}
            aria-expanded={sheet}
          >
            ?
          </button>
        </div>
        {sheet && <KeySheet onClose={() => setSheet(false)} />}
        <Tabs
          label={t('popup.tabs')}
          value={view}
          onChange={setView}
          tabs={[
            { id: 'outline', label: t('popup.discussionCount', { count: answersOf(thread).length }) },
            { id: 'digest', label: t('panel.digest') },
          ]}
        >
          {view === 'outline' && (
            <div class="stack panel-tools">
              <SearchField label={t('panel.search')} value={query} onSearch={setQuery} />
              <select
                class="field"
                aria-label={t('panel.filter')}
                value={filter}
                onChange={(event) => setFilter(event.currentTarget.value as Filter)}
              >
                {(Object.keys(FILTERS) as Filter[]).map((name) => (
                  <option key={name} value={name}>
                    {t(FILTERS[name], { count: counted(name) })}
                  </option>
                ))}
              </select>
              <p class="muted" role="status">
                {t('count.comments', { count: shown.length })}
              </p>
            </div>
          )}
          {view === 'digest' && digest.state === 'done' && <DigestView digest={digest.value} thread={thread} onReveal={reveal} />}
          {view === 'digest' && digest.state === 'busy' && (
            <StateView kind="busy" title={t('popup.digesting', { count: thread.comments.length })} />
          )}
        </Tabs>
      </header>
      {view === 'outline' && shown.length > 0 && (
        <VirtualList
          label={t('panel.outline')}
          count={shown.length}
          rowHeight={ROW_PX}
          keyOf={(index) => shown[index]!.comment.key}
          onOpen={(index) => reveal(shown[index]!.comment.key)}
          row={(index) => {
            const { comment, decision } = shown[index]!;
            const hidden = decision !== undefined && OUT_OF_SIGHT.has(decision.treatment);
            return (
              <button
                type="button"
                tabIndex={-1}
                class={`marked line ${decision?.isNew ? '' : 'quiet'}`}
                style={{ marginInlineStart: `${Math.min(comment.depth, MAX_INDENT) * INDENT_PX}px` }}
                onClick={() => reveal(comment.key)}
              >
                <span class="line-head">
                  <b>
                    <Name name={comment.author.name} />
                  </b>
                  {decision?.labels.map((label) => (
                    <LabelChip key={label.text} label={label} />
                  ))}
                  <span class="muted">{placeOf(comment, thread, t)}</span>
                  {decision?.isNew && <span class="count">{t('panel.isNew')}</span>}
                </span>
                <span class={`ellipsis ${hidden ? 'muted' : ''}`} dir="auto">
                  {hidden
                    ? [treatmentText(decision, strings), ...decision.because.map((reason) => reasonText(reason, strings))].join(' · ')
                    : comment.text}
                </span>
              </button>
            );
          }}
        />
      )}
    </main>
  );
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { answersOf, placeOf } from '../../components/facts';
import { LabelChip } from '../../components/label-chip';
import { LostMarks } from '../../components/lost-marks';
import { Name } from '../../components/name';
import { SearchField } from '../../components/search-field';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import { Tabs } from '../../components/tabs';
import { Toast } from '../../components/toast';
import { useDone } from '../../components/use-done';
import { useSteps } from '../../components/use-steps';
import { VirtualList } from '../../components/virtual-list';
import { OUT_OF_SIGHT, reasonText, treatmentText } from '../../components/why';
import { askTab } from '../../core/bus/call';
import { lostMarksOf } from '../../core/bus/lost-marks';
import type { TabSeen } from '../../core/bus/page-of-tab';
import type { PageReport } from '../../core/bus/protocol';
import type { Mark } from '../../core/model/mark';
import { digestSteps } from '../../core/summary/discussion';
import { fold } from '../../core/text/fold';
import { DiscussionTab } from '../popup/discussion-tab';
import { StoryTab } from '../popup/story-tab';
import { FollowButton } from './follow-button';
import { KeySheet } from './key-sheet';
import { FILTERS, type Filter, isIn, type Line } from './lines';
import { usePanelKeys } from './use-panel-keys';

type View = 'outline' | 'story' | 'digest';

const ROW_PX = 68;
const INDENT_PX = 12;
const MAX_INDENT = 6; // steps; deeper replies would leave no room for words
/** What can be undone from here is undone where it was done. */
const noUndo = async () => false;
/** The thread line by line, filtered and searched; a line is a button to its comment. Two more tabs hold the story and the digest. */
export function Outline({ tab, report }: { readonly tab: TabSeen; readonly report: PageReport }) {
  const strings = useStrings();
  const { t } = strings;
  const [wanted, setView] = useState<View>('outline');
  const [filter, setFilter] = useState<Filter>('all');
  const [query, setQuery] = useState('');
  const { thread, article } = report;
  // The page in front changes while the panel stays.
  const possible: readonly View[] = [...(thread ? (['outline', 'digest'] as const) : []), ...(article ? (['story'] as const) : [])];
  const view = possible.includes(wanted) ? wanted : (possible[0] ?? 'outline');
  const done = useDone(noUndo, () => {});
  const lines = useMemo((): readonly Line[] => {
    const decisions = new Map(report.decisions.map((decision) => [decision.key, decision]));
    return (thread?.comments ?? []).map((comment) => ({
      comment,
      decision: decisions.get(comment.key),
      folded: fold(`${comment.author.name}\n${comment.text}`).text,
    }));
  }, [report]);
  const leftOut = useMemo(
    () => new Set(thread ? lines.filter((line) => isIn('hidden', line, thread, null)).map((line) => line.comment.key) : []),
    [lines],
  );
  const digest = useSteps(
    () => (thread && view === 'digest' ? digestSteps(thread, { article, leftOut, now: Date.now() }) : null),
    [report, view],
  );
  useEffect(() => () => void askTab(tab.id, 'page.point', { place: null }), [tab.id]);
  const [sheet, setSheet] = useState(false);
  /** Where "next new" goes on from. */
  const last = useRef<string | null>(null);
  const reveal = (key: string) => {
    last.current = key;
    void askTab(tab.id, 'page.reveal', { place: { kind: 'comment', key }, flash: true });
  };
  const openMark = ({ uuid }: Mark) =>
    void browser.tabs.create({ url: browser.runtime.getURL(`/library.html#/notes/${uuid}` as '/library.html') });
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
  if (!thread && !article)
    return (
      <main class="panel-state">
        <StateView alone title={t('popup.noComments')} />
      </main>
    );

  const opener = thread?.comments.find((comment) => comment.op)?.author.name ?? article?.byline ?? null;
  const words = query.split(/\s+/u).flatMap((word) => fold(word).text || []);
  const counted = (name: Filter) => lines.filter((line) => thread !== null && isIn(name, line, thread, opener)).length;
  const shown = lines.filter(
    (line) => thread !== null && isIn(filter, line, thread, opener) && words.every((word) => line.folded.includes(word)),
  );
  const title = thread?.title || article?.title || tab.title;
  return (
    <main class="panel">
      <header class="panel-head">
        <div class="panel-title">
          <h1 class="clamp grow" dir="auto">
            {title}
          </h1>
          {thread && <FollowButton key={thread.key} thread={thread} title={title} />}
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
        <LostMarks page={report.url} read={() => lostMarksOf(report)} onOpen={openMark} />
        {sheet && <KeySheet onClose={() => setSheet(false)} />}
        <Tabs<View>
          label={t('popup.tabs')}
          value={view}
          onChange={setView}
          tabs={[
            ...(thread ? [{ id: 'outline' as const, label: t('popup.discussionCount', { count: answersOf(thread).length }) }] : []),
            ...(article ? [{ id: 'story' as const, label: t('popup.story') }] : []),
            ...(thread ? [{ id: 'digest' as const, label: t('panel.digest') }] : []),
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
          {view === 'story' && article && <StoryTab article={article} tab={tab} done={done} />}
          {view === 'digest' && thread && (
            <DiscussionTab thread={thread} digest={digest} leftOut={leftOut} onReveal={reveal} onPanel={null} />
          )}
        </Tabs>
      </header>
      {view === 'outline' && thread && shown.length > 0 && (
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
      <Toast message={done.toast} onClose={done.clear} />
    </main>
  );
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { answersOf } from '../../components/facts';
import { LostMarks } from '../../components/lost-marks';
import { StateView } from '../../components/state-view';
import { type MessageKey, useStrings } from '../../components/strings';
import { Tabs } from '../../components/tabs';
import type { Done } from '../../components/use-done';
import { OUT_OF_SIGHT } from '../../components/why';
import { askTab } from '../../core/bus/call';
import { lostMarksOf } from '../../core/bus/lost-marks';
import type { TabSeen } from '../../core/bus/page-of-tab';
import type { PageReport, SiteState } from '../../core/bus/protocol';
import type { Mark } from '../../core/model/mark';
import type { Digest } from '../../core/model/summary';
import { DiscussionTab } from './discussion-tab';
import { FiltersTab } from './filters-tab';
import { openPanel } from './open-panel';
import { PageFooter } from './page-footer';
import { StoryHead, StoryTab } from './story-tab';
import { useDigest } from './use-digest';

type TabId = 'story' | 'discussion' | 'filters';

interface Props {
  readonly tab: TabSeen;
  readonly site: SiteState;
  readonly report: PageReport;
  readonly done: Done;
  readonly onChanged: () => void;
}

/** A page that was read: title, the three tabs, and the footer with the counts. */
export function ReadPage({ tab, site, report, done, onChanged }: Props) {
  const { t } = useStrings();
  const { article, thread } = report;
  const [view, setView] = useState<TabId>(article ? 'story' : thread ? 'discussion' : 'story');
  const hidden = useMemo(() => report.decisions.filter((decision) => OUT_OF_SIGHT.has(decision.treatment)), [report]);
  const digest = useDigest(report);
  const openMark = ({ uuid }: Mark) =>
    void browser.tabs.create({ url: browser.runtime.getURL(`/library.html#/notes/${uuid}` as '/library.html') });
  useEffect(() => () => void askTab(tab.id, 'page.point', { place: null }), [tab.id]);

  const reveal = (key: string) => void askTab(tab.id, 'page.reveal', { place: { kind: 'comment', key }, flash: true });
  const panel = () => {
    // Opening needs the click itself; Firefox calls it a sidebar.
    void openPanel(tab.id).then(() => window.close());
  };
  const discussion = thread ? t('popup.discussionCount', { count: answersOf(thread).length }) : t('popup.discussion');
  const filters = hidden.length > 0 ? t('popup.filtersCount', { count: hidden.length }) : t('popup.filters');
  return (
    <>
      <main>
        <StoryHead report={report} tab={tab} />
        <LostMarks page={report.url} read={() => lostMarksOf(report)} onOpen={openMark} />
        <Tabs<TabId>
          label={t('popup.tabs')}
          value={view}
          onChange={setView}
          tabs={[
            { id: 'story', label: t('popup.story') },
            { id: 'discussion', label: discussion },
            { id: 'filters', label: filters },
          ]}
        >
          {view === 'story' && (article ? <StoryTab article={article} tab={tab} done={done} /> : <NoStory />)}
          {view === 'discussion' &&
            (thread ? (
              <DiscussionTab
                thread={thread}
                digest={digest}
                leftOut={new Set(hidden.map(({ key }) => key))}
                onReveal={reveal}
                onPanel={panel}
              />
            ) : (
              <Nothing reason={report.nothing} />
            ))}
          {view === 'filters' && (
            <FiltersTab tab={tab} site={site} report={report} hidden={hidden} done={done} onReveal={reveal} onChanged={onChanged} />
          )}
        </Tabs>
      </main>
      <PageFooter report={report} digest={digest.state === 'done' ? (digest.value satisfies Digest) : null} />
    </>
  );

  function NoStory() {
    if (thread) return <StateView title={t('popup.noStory')} text={t('popup.noStoryWhy')} />;
    return <Nothing reason={report.nothing} />;
  }

  function Nothing({ reason }: { readonly reason: string | null }) {
    const pick = async () => {
      await askTab(tab.id, 'page.pick', { start: true });
      if (await browser.tabs.getCurrent().catch(() => undefined)) return;
      window.close();
    };
    return (
      <StateView title={t('popup.nothing')} text={t((reason ?? 'nothing.unknown') as MessageKey)}>
        <button type="button" class="btn primary" onClick={() => void pick()}>
          {t('popup.pick')}
        </button>
      </StateView>
    );
  }
}

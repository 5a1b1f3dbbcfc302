import { useMemo, useState } from 'preact/hooks';
import { ActivityPlot } from '../../components/activity-plot';
import { safeLink, shortAddress, whenText } from '../../components/facts';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import { Switch } from '../../components/switch';
import { VirtualList } from '../../components/virtual-list';
import type { Activity } from '../../core/model/summary';
import type { Visit } from '../../core/model/visit';
import type { RecentRow } from '../../core/store/database';
import { recentThreads } from '../../core/store/recent';
import { followThread } from '../../core/store/visits';
import { findActivity } from '../../core/summary/activity';
import { ListHead } from './list-head';
import { matches, searchWords } from './matching';
import { useLibrary, useLive } from './use-store';

const ROW_PX = 60;
const textsOf = (visit: Visit): readonly string[] => [visit.title, visit.url, visit.site];

/** When people wrote, of the threads that tell. */
const activities = (rows: readonly RecentRow[], now: number): ReadonlyMap<string, Activity> =>
  new Map(
    rows.flatMap(({ key, thread }) => {
      const { activity } = findActivity(
        thread.dates.map((date) => ({ date })),
        now,
      );
      return activity ? [[key, activity] as const] : [];
    }),
  );

/** When people wrote in a thread, as far as its comments are kept. */
function Plot({ activity }: { readonly activity: Activity | undefined }) {
  const { t, date } = useStrings();
  if (!activity || activity.bins.length < 2) return null;
  const label = t('digest.activity', {
    count: activity.counts.reduce((sum, count) => sum + count, 0),
    from: whenText(activity.bins[0]!, date),
    to: whenText(activity.bins.at(-1)!, date),
  });
  return (
    <span class="wide-only">
      <ActivityPlot activity={activity} label={label} />
    </span>
  );
}

/** Threads visited, the last first; followed ones stay in the list for good. */
export function ThreadsView({ query, onSearch }: { readonly query: string; readonly onSearch: (query: string) => void }) {
  const { t, date } = useStrings();
  const { store, done } = useLibrary();
  const [followed, setFollowed] = useState(false);
  const visits = useLive(async () => {
    const rows = await store.db.visits.orderBy('lastSeenAt').reverse().toArray();
    return rows.filter((visit) => visit.deletedAt === null);
  }, [store]);
  const plots = useLive(async () => activities(await recentThreads(store), Date.now()), [store]);
  const shown = useMemo(() => {
    const words = searchWords(query);
    return visits?.filter((visit) => (!followed || visit.followed) && matches(visit, textsOf, words)) ?? [];
  }, [visits, query, followed]);
  const follow = (visit: Visit, on: boolean) =>
    void done.run((op) => followThread(store, op, visit, on), on ? 'done.thread.follow' : 'done.thread.unfollow', { title: visit.title });
  return (
    <>
      <ListHead
        title={t('library.threads')}
        count={visits ? t('count.entries', { count: shown.length }) : ''}
        searchLabel={t('library.threads.search')}
        query={query}
        onSearch={onSearch}
      >
        <label class="check">
          <input type="checkbox" checked={followed} onChange={(event) => setFollowed(event.currentTarget.checked)} />
          {t('library.threads.followed')}
        </label>
      </ListHead>
      {visits === undefined && <StateView kind="busy" title={t('common.loading')} />}
      {visits?.length === 0 && <StateView title={t('library.threads.empty')} text={t('library.threads.emptyWhy')} />}
      {visits && visits.length > 0 && shown.length === 0 && <StateView title={t('library.noMatch')} />}
      {shown.length > 0 && (
        <VirtualList
          label={t('library.threads')}
          count={shown.length}
          rowHeight={ROW_PX}
          keyOf={(index) => shown[index]!.uuid}
          row={(index) => {
            const visit = shown[index]!;
            const link = safeLink(visit.url);
            const title = visit.title || shortAddress(visit.url);
            return (
              <div class="item">
                <div class="grow">
                  <p class="ellipsis">
                    {link ? (
                      <a class="item-name" href={link} target="_blank" rel="noopener noreferrer">
                        <bdi>{title}</bdi>
                      </a>
                    ) : (
                      <bdi>{title}</bdi>
                    )}
                  </p>
                  <p class="muted ellipsis">
                    <bdi>{visit.site}</bdi> · {t('count.comments', { count: visit.commentCount })} · {date(visit.lastSeenAt, true)}
                  </p>
                </div>
                <Plot activity={plots?.get(visit.threadKey)} />
                <span class="muted wide-only" aria-hidden="true">
                  {t(visit.followed ? 'panel.following' : 'panel.follow')}
                </span>
                <Switch on={visit.followed} label={t('library.threads.follow', { title })} onChange={(on) => follow(visit, on)} />
              </div>
            );
          }}
        />
      )}
    </>
  );
}

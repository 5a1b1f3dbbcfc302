import { useMemo, useState } from 'preact/hooks';
import { safeLink, shortAddress } from '../../components/facts';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import { Switch } from '../../components/switch';
import { VirtualList } from '../../components/virtual-list';
import type { Visit } from '../../core/model/visit';
import { followThread } from '../../core/store/visits';
import { ListHead } from './list-head';
import { matches, searchWords } from './matching';
import { useLibrary, useLive } from './use-store';

const ROW_PX = 60;
const textsOf = (visit: Visit): readonly string[] => [visit.title, visit.url, visit.site];

/** Threads visited, the last first; followed ones stay in the list for good. */
export function ThreadsView({ query, onSearch }: { readonly query: string; readonly onSearch: (query: string) => void }) {
  const { t, date } = useStrings();
  const { store, done } = useLibrary();
  const [followed, setFollowed] = useState(false);
  const visits = useLive(async () => {
    const rows = await store.db.visits.orderBy('lastSeenAt').reverse().toArray();
    return rows.filter((visit) => visit.deletedAt === null);
  }, [store]);
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

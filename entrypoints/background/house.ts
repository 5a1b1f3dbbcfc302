import { readStored } from '../../core/bus/bell';
import { STORAGE } from '../../core/bus/protocol';
import type { Result } from '../../core/model/result';
import { emptyDeleted } from '../../core/store/empty-deleted';
import { fileShelf } from '../../core/store/file-shelf';
import { prunePacks, publishDirty } from '../../core/store/mirror';
import { pruneOperations } from '../../core/store/operations';
import { prunePlaces } from '../../core/store/places';
import { pruneRecent } from '../../core/store/recent';
import { expireRules } from '../../core/store/rules';
import { pruneNews } from '../../core/store/search-shelf';
import { takeSnapshot } from '../../core/store/snapshots';
import type { Store } from '../../core/store/store';
import { pruneVisits } from '../../core/store/visits';
import { refreshLists } from './lists';
import { pruneLooks } from './prune-stored';

const DAY_MS = 86_400_000;

/** Writes the mirrors that a killed worker left behind its commits. */
export async function repairMirrors(open: () => Promise<Result<Store>>): Promise<void> {
  const store = await open();
  if (store.ok) await publishDirty(store.value);
}

/** What lives outside the database and goes into a backup: switches and the adapters made by "pick a comment". */
async function keptOutside(): Promise<Readonly<Record<string, unknown>>> {
  return readStored([STORAGE.settings, STORAGE.adapters, STORAGE.searches]);
}

/**
 * The daily work: a snapshot, subscribed lists, expired rules leave the pages, what is old leaves the database. One job that fails does not
 * take the others along; the next day tries again.
 */
export async function keepHouse(open: () => Promise<Result<Store>>): Promise<void> {
  const opened = await open();
  if (!opened.ok || opened.value.readOnly) return;
  const store = opened.value;
  const now = store.env.now();
  const jobs: readonly (() => Promise<unknown>)[] = [
    async () => takeSnapshot(store, fileShelf(navigator.storage), 'daily', await keptOutside()),
    () => refreshLists(store),
    () => expireRules(store, now - DAY_MS),
    () => pruneOperations(store),
    () => emptyDeleted(store),
    () => pruneVisits(store),
    () => pruneRecent(store),
    () => prunePlaces(store),
    () => pruneNews(store),
    () => prunePacks(store),
    () => pruneLooks(now),
  ];
  for (const job of jobs) await job().catch(() => undefined);
}

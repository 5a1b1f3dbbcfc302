import { readStored } from '../../core/bus/bell';
import { STORAGE } from '../../core/bus/protocol';
import type { Result } from '../../core/model/result';
import { fileShelf } from '../../core/store/file-shelf';
import { prunePacks, publishDirty } from '../../core/store/mirror';
import { pruneOperations } from '../../core/store/operations';
import { prunePlaces } from '../../core/store/places';
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

/** The daily work: a snapshot, subscribed lists, expired rules leave the pages, old operations and visits leave the database. */
export async function keepHouse(open: () => Promise<Result<Store>>): Promise<void> {
  const store = await open();
  if (!store.ok || store.value.readOnly) return;
  await takeSnapshot(store.value, fileShelf(navigator.storage), 'daily', await keptOutside());
  await refreshLists(store.value);
  await expireRules(store.value, store.value.env.now() - DAY_MS);
  await pruneOperations(store.value);
  await pruneVisits(store.value);
  await prunePlaces(store.value);
  await pruneNews(store.value);
  await prunePacks(store.value);
  await pruneLooks(store.value.env.now());
}

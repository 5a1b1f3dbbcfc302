import type { KeptThread } from '../model/kept-thread';
import type { Result } from '../model/result';
import type { Millis } from '../model/row';
import type { RecentRow } from './database';
import { cachingOf, type Store } from './store';
import { inOneTransaction } from './write';

/** Threads kept for trying rules on them; at most a third of them of one site, so that no page can push all others out. */
export const MOST_THREADS = 30;
const MOST_OF_SITE = 10;
/** UTF-16 units of all that is kept. */
const MOST_CHARS = 3_000_000;
/** What was not read again for so long is forgotten. */
export const KEPT_MS = 30 * 86_400_000;

const sizeOf = ({ comments }: KeptThread): number => comments.reduce((sum, { text, name }) => sum + text.length + name.length, 0);

/** Of rows, newest first, those that stay at `now`: pure. */
export function keptAt(rows: readonly RecentRow[], now: Millis): readonly RecentRow[] {
  const ofSite = new Map<string, number>();
  let chars = 0;
  let count = 0;
  return rows.filter(({ at, thread }) => {
    const known = ofSite.get(thread.site) ?? 0;
    const size = sizeOf(thread);
    if (at < now - KEPT_MS || known >= MOST_OF_SITE || count >= MOST_THREADS || chars + size > MOST_CHARS) return false;
    ofSite.set(thread.site, known + 1);
    chars += size;
    count++;
    return true;
  });
}

/** The threads read last, newest first. */
export const recentThreads = (store: Store): Promise<readonly RecentRow[]> => store.db.recent.orderBy('at').reverse().toArray();

async function prune(store: Store): Promise<number> {
  const rows = await recentThreads(store);
  const kept = new Set(keptAt(rows, store.env.now()));
  const gone = rows.filter((row) => !kept.has(row)).map(({ key }) => key);
  await store.db.recent.bulkDelete(gone);
  return gone.length;
}

/** Keeps a thread that was just read, in place of what was kept of it, and forgets what is too old or too much. A cache: waits for no disk, takes no part in backups. */
export async function keepThread(lasting: Store, thread: KeptThread): Promise<Result<null>> {
  const store = cachingOf(lasting);
  return inOneTransaction(store, 'thread.keep', async () => {
    await store.db.recent.put({ key: thread.key, at: store.env.now(), thread });
    await prune(store);
    return null;
  });
}

/** Forgets what is too old or too much. Gives how many threads went. */
export async function pruneRecent(lasting: Store): Promise<Result<number>> {
  const store = cachingOf(lasting);
  return inOneTransaction(store, 'recent.prune', () => prune(store));
}

/** Forgets all kept comments. */
export async function forgetRecent(store: Store): Promise<Result<null>> {
  return inOneTransaction(store, 'recent.forget', async () => {
    await store.db.recent.clear();
    return null;
  });
}

import type { Result } from '../model/result';
import type { Visit } from '../model/visit';
import { uuidFrom } from './canonical';
import { cachingOf, type Store } from './store';
import { inOneTransaction, startWriter, write } from './write';

/** Seen comments kept of a thread, newest last. */
const MAX_SEEN = 20_000;
/** Visits kept; the oldest that are not followed go first. */
const MAX_VISITS = 5000;

/** What a page tells about a visit. `seen` are 32-bit hashes of comment keys. */
export type VisitAsk = Pick<Visit, 'site' | 'threadKey' | 'url' | 'title' | 'seen' | 'commentCount'>;

/** The state of a visit after another one: pure. What was seen stays, what is seen anew comes last. */
export function patchVisit(known: Visit | null, ask: VisitAsk, at: number): Visit {
  const fresh = new Set(ask.seen);
  const seen = [...(known?.seen ?? []).filter((hash) => !fresh.has(hash)), ...fresh].slice(-MAX_SEEN);
  return {
    uuid: uuidFrom(ask.threadKey),
    createdAt: known?.createdAt ?? at,
    updatedAt: at,
    deletedAt: null,
    rev: known?.rev ?? {},
    threadKey: ask.threadKey,
    site: ask.site,
    url: ask.url,
    title: ask.title === '' ? (known?.title ?? '') : ask.title,
    lastSeenAt: at,
    seen,
    commentCount: Math.max(ask.commentCount, 0),
    followed: known?.followed ?? false,
  };
}

/** What is kept of a thread's visits; null if there is nothing. */
export async function visitOf(store: Store, threadKey: string): Promise<Visit | null> {
  const visit = await store.db.visits.get(uuidFrom(threadKey));
  return visit && visit.deletedAt === null ? visit : null;
}

/** Notes a visit of a thread. Safe to repeat; nothing to undo. */
export async function recordVisit(lasting: Store, ask: VisitAsk): Promise<Result<null>> {
  const store = cachingOf(lasting);
  return inOneTransaction(store, 'visit.record', async () => {
    const writer = await startWriter(store);
    const known = (await store.db.visits.get(uuidFrom(ask.threadKey))) ?? null;
    await writer.put('visits', known, patchVisit(known, ask, writer.at));
    await writer.finish();
    return null;
  });
}

/** Follows a thread or stops following it. Idempotent by the operation id; can be undone. */
export async function followThread(
  store: Store,
  op: string,
  ask: Omit<VisitAsk, 'seen' | 'commentCount'>,
  followed: boolean,
): Promise<Result<{ readonly op: string }>> {
  const named = { op, what: followed ? 'done.thread.follow' : 'done.thread.unfollow', values: { title: ask.title } };
  const done = await write(store, named, async (writer) => {
    const known = (await store.db.visits.get(uuidFrom(ask.threadKey))) ?? null;
    const base = known ?? patchVisit(null, { ...ask, seen: [], commentCount: 0 }, writer.at);
    await writer.put('visits', known, { ...base, deletedAt: null, followed });
    return null;
  });
  return done.ok ? { ok: true, value: { op } } : done;
}

/** The oldest visits of one site that are not followed, `most` at most. */
const oldestOf = (store: Store, site: string, most: number): Promise<Visit[]> =>
  store.db.visits
    .where('[site+lastSeenAt]')
    .between([site, 0], [site, Number.MAX_SAFE_INTEGER])
    .filter((visit) => !visit.followed)
    .limit(most)
    .toArray();

/** Visits that may go: first the oldest of a site that has more than half of all, since a page can make up threads without end. */
async function surplusOf(store: Store, surplus: number, keep: number): Promise<readonly Visit[]> {
  const { visits } = store.db;
  const counts = new Map<string, number>();
  for (const key of await visits.orderBy('[site+lastSeenAt]').keys()) {
    const site = String((key as unknown as readonly unknown[])[0]);
    counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  const gone = new Map<string, Visit>();
  for (const [site, count] of counts) {
    const tooMany = Math.min(surplus - gone.size, count - Math.ceil(keep / 2));
    if (tooMany > 0) for (const visit of await oldestOf(store, site, tooMany)) gone.set(visit.uuid, visit);
  }
  const others = visits.orderBy('lastSeenAt').filter((visit) => !visit.followed && !gone.has(visit.uuid));
  return [...gone.values(), ...(await others.limit(surplus - gone.size).toArray())];
}

/** Takes the oldest visits that are not followed out of the database, down to MAX_VISITS. Gives how many went. */
export async function pruneVisits(lasting: Store, keep = MAX_VISITS): Promise<Result<number>> {
  const store = cachingOf(lasting);
  return inOneTransaction(store, 'visits.prune', async () => {
    const { visits, meta } = store.db;
    const surplus = (await visits.count()) - keep;
    if (surplus <= 0) return 0;
    const old = await surplusOf(store, surplus, keep);
    const alive = old.filter((visit) => visit.deletedAt === null).length;
    const writer = await startWriter(store);
    for (const visit of old) writer.packs.changed('visits', null, visit);
    await visits.bulkDelete(old.map((visit) => visit.uuid));
    await meta.put({ key: 'count:visits', value: Number((await meta.get('count:visits'))?.value ?? 0) - alive });
    await writer.finish();
    return old.length;
  });
}

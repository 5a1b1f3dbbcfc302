import type { Mark } from '../model/mark';
import type { Result } from '../model/result';
import type { PlaceRow } from './database';
import { marksOfThread } from './marks';
import { cachingOf, type Store } from './store';
import { inOneTransaction } from './write';

/** How a page found one mark. `now`: the text as it stands there; null if the comment was not seen. */
export interface Placing {
  readonly uuid: string;
  readonly state: PlaceRow['state'];
  readonly now: string | null;
}

/** States in which a mark is an orphan: kept with its text, shown nowhere. */
export const ORPHANED: readonly PlaceRow['state'][] = ['missing', 'lost'];
const isOrphan = (row: PlaceRow | undefined): boolean => row !== undefined && ORPHANED.includes(row.state);

/** What is to be kept of a placing: pure. null: nothing, the mark stands where it was put and its text is the kept one. An edit seen once stays known while the comment is missing. */
export function placeOf(mark: Mark, known: PlaceRow | undefined, { uuid, state, now }: Placing, at: number): PlaceRow | null {
  const edited = now === null ? (known?.now ?? null) : now === mark.text ? null : now;
  return state === 'placed' && edited === null ? null : { uuid, state, at, now: edited };
}

/**
 * Notes how a page found its thread's marks. Only what changed is written, in one transaction that waits for no disk: it is an observation
 * that the next visit repeats. Marks of other threads are left out. Gives the uuids that became orphans just now.
 */
export async function notePlaces(
  lasting: Store,
  site: string,
  threadKey: string,
  placings: readonly Placing[],
): Promise<Result<{ readonly lost: readonly string[] }>> {
  const store = cachingOf(lasting);
  return inOneTransaction(store, 'marks.placed', async () => {
    const uuids = placings.map(({ uuid }) => uuid);
    const [marks, rows] = [await store.db.marks.bulkGet(uuids), await store.db.places.bulkGet(uuids)];
    const lost: string[] = [];
    const gone: string[] = [];
    const next: PlaceRow[] = [];
    for (const [i, placing] of placings.entries()) {
      const [mark, known] = [marks[i], rows[i]];
      if (!mark || mark.deletedAt !== null || mark.site !== site || mark.threadKey !== threadKey) continue;
      const row = placeOf(mark, known, placing, store.env.now());
      if (row === null) {
        if (known) gone.push(placing.uuid);
      } else if (known?.state !== row.state || known.now !== row.now) next.push(row);
      if (isOrphan(row ?? undefined) && !isOrphan(known)) lost.push(placing.uuid);
    }
    if (gone.length > 0) await store.db.places.bulkDelete(gone);
    if (next.length > 0) await store.db.places.bulkPut(next);
    return { lost };
  });
}

/** The living marks of a thread that are orphans, oldest first. */
export async function lostMarks(store: Store, site: string, threadKey: string): Promise<readonly Mark[]> {
  const marks = await marksOfThread(store, site, threadKey);
  const rows = await store.db.places.bulkGet(marks.map(({ uuid }) => uuid));
  return marks.filter((_, i) => isOrphan(rows[i]));
}

/** Takes out the observations of marks that are gone. Gives how many went. */
export async function prunePlaces(lasting: Store): Promise<Result<number>> {
  const store = cachingOf(lasting);
  return inOneTransaction(store, 'places.prune', async () => {
    const uuids = await store.db.places.toCollection().primaryKeys();
    const marks = await store.db.marks.bulkGet(uuids);
    const gone = uuids.filter((_, i) => (marks[i]?.deletedAt ?? 0) !== null);
    await store.db.places.bulkDelete(gone);
    return gone.length;
  });
}

import type { Result } from '../model/result';
import { type Backup, Cancelled, type Progress, report } from './backup';
import { uuidFrom } from './canonical';
import { later, partsOf, revOf } from './clock';
import type { HitRow, Rows, TableName } from './database';
import { withNameKeys } from './names';
import { type AllRows, planRestore, type RestoreOptions, type RestorePlan } from './restore-plan';
import type { Store } from './store';
import { type Named, Refusal, type Writer, write } from './write';

const BATCH = 2000;

/** The rows of a backup with what the database derives; a visit's uuid follows from its thread. */
export function rowsOf(backup: Backup): AllRows {
  return {
    people: backup.people.map(withNameKeys),
    marks: backup.marks,
    rules: backup.rules,
    visits: backup.visits.map((visit) => ({ ...visit, uuid: uuidFrom(visit.threadKey) })),
    lists: backup.lists,
  };
}

async function myRows(store: Store): Promise<AllRows> {
  const { people, marks, rules, visits, lists } = store.db;
  return {
    people: await people.toArray(),
    marks: await marks.toArray(),
    rules: await rules.toArray(),
    visits: await visits.toArray(),
    lists: await lists.toArray(),
  };
}

/** Says what a restore would do, with counts and conflicts, and writes nothing. */
export async function previewRestore(store: Store, backup: Backup, options: RestoreOptions): Promise<RestorePlan> {
  const now = store.env.now();
  return planRestore(await myRows(store), rowsOf(backup), options, revOf(now, 0, store.node), now);
}

async function apply<N extends TableName>(writer: Writer, plan: RestorePlan, name: N, step: (by: number) => void): Promise<void> {
  const changes = plan.changes[name];
  for (let i = 0; i < changes.length; i += BATCH) {
    const batch = changes.slice(i, i + BATCH) as readonly { before: Rows[N] | null; row: Rows[N] | null }[];
    await writer.putMany(name, batch);
    step(batch.length);
  }
}

async function restoreHits(store: Store, hits: readonly HitRow[], replace: boolean): Promise<void> {
  if (replace) await store.db.hits.clear();
  const mine = await store.db.hits.bulkGet(hits.map((hit) => hit.uuid));
  await store.db.hits.bulkPut(
    hits.map((hit, i) => ({
      uuid: hit.uuid,
      hits: Math.max(hit.hits, mine[i]?.hits ?? 0),
      lastAt: Math.max(hit.lastAt, mine[i]?.lastAt ?? 0),
    })),
  );
}

/** The clock moves on to the newest stamp it was shown, so that a change made from now on counts as later. */
async function seeClocks(store: Store, plan: RestorePlan, now: number): Promise<void> {
  let newest = String((await store.db.meta.get('clock'))?.value ?? '');
  for (const changes of Object.values(plan.changes)) {
    for (const { row } of changes) {
      for (const rev of Object.values<string>(row?.rev ?? {}))
        if ((partsOf(rev)?.millis ?? Number.POSITIVE_INFINITY) <= now + 86_400_000) newest = later(newest, rev);
    }
  }
  if (newest !== '') await store.db.meta.put({ key: 'clock', value: newest });
}

/**
 * Restores a backup (or an import turned into one): planned again and written in one transaction, so that it is there wholly or not at all;
 * one operation, which can be undone. Take a snapshot first. Cancelling leaves everything as it was.
 */
export async function restore(
  store: Store,
  op: string,
  backup: Backup,
  options: RestoreOptions,
  progress: Progress = {},
): Promise<Result<{ readonly op: string }>> {
  const named: Named = { op, what: options.foreign ? 'done.import' : options.mode === 'replace' ? 'done.replace' : 'done.restore' };
  const done = await write(store, named, async (writer) => {
    const plan = planRestore(await myRows(store), rowsOf(backup), options, writer.rev, writer.at);
    const of = Object.values(plan.changes).reduce((sum, changes) => sum + changes.length, 0);
    let count = 0;
    const step = (by: number): void => {
      count += by;
      try {
        report(progress, count, of);
      } catch (fault) {
        if (fault instanceof Cancelled) throw new Refusal('fault.cancelled', 'restore');
        throw fault;
      }
    };
    step(0);
    await apply(writer, plan, 'people', step);
    await apply(writer, plan, 'marks', step);
    await apply(writer, plan, 'rules', step);
    await apply(writer, plan, 'visits', step);
    await apply(writer, plan, 'lists', step);
    await restoreHits(store, backup.hits, options.mode === 'replace');
    await seeClocks(store, plan, writer.at);
    return null;
  });
  return done.ok ? { ok: true, value: { op } } : done;
}

/** A choice of everything for callers that ask nothing: merge, the later change wins. */
export const MERGE_ALL: RestoreOptions = { mode: 'merge', otherwise: 'merge', choices: new Map(), foreign: false };
export const REPLACE_ALL: RestoreOptions = { mode: 'replace', otherwise: 'take', choices: new Map(), foreign: false };
export const UNITE_ALL: RestoreOptions = { mode: 'merge', otherwise: 'merge', choices: new Map(), foreign: true };

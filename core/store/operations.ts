import { siteOf } from '../model/address';
import type { Result } from '../model/result';
import type { Row } from '../model/row';
import type { Rule } from '../model/rule';
import type { OperationRow, Rows, TableName } from './database';
import { contentOf } from './merge';
import type { Store } from './store';
import { inOneTransaction, Refusal, startWriter, tableOf } from './write';

/** Operations kept: what can be undone and recognised as a repetition. A retry comes within seconds. */
const MAX_OPERATIONS = 500;

/**
 * A row with one operation taken back: each field that still carries the operation's stamp gets its former value, and fields that were
 * changed later stay. A row that the operation made becomes a tombstone, unless it was changed later.
 */
export function takenBack<T extends Row>(now: T, before: T | null, rev: string, at: number): T {
  const untouched = (field: string): boolean => now.rev[field] === rev;
  if (before === null) {
    const changedLater = contentOf(now).some((field) => !untouched(field));
    return changedLater ? now : { ...now, deletedAt: at };
  }
  const old = before as unknown as Readonly<Record<string, unknown>>;
  const back = contentOf(now).filter(untouched);
  return { ...now, ...Object.fromEntries(back.map((field) => [field, old[field] ?? null])) };
}

async function undoRow<N extends TableName>(
  store: Store,
  writer: Awaited<ReturnType<typeof startWriter>>,
  name: N,
  uuid: string,
  before: Row | null,
  rev: string,
): Promise<void> {
  const now = await tableOf(store, name).get(uuid);
  if (now) await writer.put(name, now, takenBack<Row>(now, before, rev, writer.at) as Rows[N]);
}

/** Takes an operation back, once. What was changed after it stays. `undone` false: unknown, too old or undone already. */
export async function undoOperation(store: Store, op: string): Promise<Result<{ readonly undone: boolean }>> {
  return inOneTransaction(store, 'operation.undo', async () => {
    const operation = await store.db.operations.get(op);
    if (!operation || operation.undone === 1) return { undone: false };
    const writer = await startWriter(store);
    // A row that was put twice within the operation goes back to what it was before the first time.
    const first = new Map([...operation.before].reverse().map((image) => [`${image.table} ${image.uuid}`, image]));
    for (const { table, uuid, row } of first.values()) await undoRow(store, writer, table, uuid, row, operation.rev);
    await writer.finish();
    await store.db.operations.put({ ...operation, undone: 1 });
    return { undone: true };
  });
}

/** The latest operations, newest first. */
export async function recentOperations(store: Store, limit: number): Promise<readonly OperationRow[]> {
  return store.db.operations.orderBy('at').reverse().limit(limit).toArray();
}

/** Forgets all but the latest operations. Gives how many went. */
export async function pruneOperations(store: Store, keep = MAX_OPERATIONS): Promise<Result<number>> {
  return inOneTransaction(store, 'operations.prune', async () => {
    if (keep < 0) throw new Refusal('fault.tooMany', 'operations.prune');
    const old = await store.db.operations.orderBy('at').reverse().offset(keep).primaryKeys();
    await store.db.operations.bulkDelete(old);
    return old.length;
  });
}

/** The sites that an operation's rows belong to; '' for a rule that reaches beyond one site. */
export async function operationSites(store: Store, op: string): Promise<readonly string[]> {
  const operation = await store.db.operations.get(op);
  const sites = new Set<string>();
  for (const { table, uuid, row } of operation?.before ?? []) {
    const now = row ?? (await tableOf(store, table).get(uuid)) ?? null;
    if (now === null) continue;
    if (table === 'rules') sites.add(siteOfRule(now as unknown as Rule));
    else sites.add('site' in now ? String(now.site) : '');
  }
  return [...sites];
}

function siteOfRule({ scope }: Rule): string {
  if (scope.kind === 'everywhere') return '';
  return scope.kind === 'thread' ? siteOf(`https://${scope.threadKey}`) : scope.site;
}

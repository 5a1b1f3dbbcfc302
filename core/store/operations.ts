import { siteOf } from '../model/address';
import type { Person } from '../model/person';
import type { Result } from '../model/result';
import type { Row } from '../model/row';
import type { Rule } from '../model/rule';
import type { Before, OperationRow, Rows, TableName } from './database';
import { contentOf } from './merge';
import type { Store } from './store';
import { inOneTransaction, Refusal, startWriter, tableOf, type Writer } from './write';

/** Operations kept: what can be undone and recognised as a repetition. A retry comes within seconds. */
const MAX_OPERATIONS = 500;

/** What a person's card is before anything was written on it. */
const BLANK: Partial<Person> = { labels: [], note: '', action: null, sources: [], group: null };
const isBlank = (person: Person): boolean => person.labels.length === 0 && person.note === '' && person.action === null;

/**
 * A row with one operation taken back: each field that still carries one of the operation's stamps gets its former value, and fields that
 * were changed later stay. A row that the operation made becomes a tombstone; if it was changed later it stays, a person's card without
 * what the operation wrote on it.
 */
export function takenBack<T extends Row>(name: TableName, now: T, before: T | null, revs: readonly string[], at: number): T {
  const untouched = contentOf(now).filter((field) => revs.includes(now.rev[field] ?? ''));
  if (before === null && untouched.length === contentOf(now).length) return { ...now, deletedAt: at };
  if (before === null && name !== 'people') return now;
  const old = (before ?? BLANK) as Readonly<Record<string, unknown>>;
  const back = untouched.filter((field) => Object.hasOwn(old, field));
  const next = { ...now, ...Object.fromEntries(back.map((field) => [field, old[field]])) };
  return before === null && isBlank(next as unknown as Person) ? { ...next, deletedAt: at } : next;
}

/** A field that has an earlier operation's value again carries the undo's stamp: that operation learns it as its own. */
async function rememberStamp(writer: Writer, now: Row, before: Row | null, next: Row): Promise<void> {
  if (before === null) return;
  const given = contentOf(next).filter((field) => next.rev[field] === writer.rev && now.rev[field] !== writer.rev);
  const { operations } = writer.store.db;
  for (const rev of new Set(given.map((field) => before.rev[field] ?? ''))) {
    const owner = await operations.where('revs').equals(rev).first();
    if (owner && !owner.revs.includes(writer.rev)) await operations.put({ ...owner, revs: [...owner.revs, writer.rev] });
  }
}

async function undoRow<N extends TableName>(writer: Writer, name: N, image: Before, revs: readonly string[]): Promise<void> {
  const now = await tableOf(writer.store, name).get(image.uuid);
  if (!now) return;
  const next = await writer.put(name, now, takenBack<Row>(name, now, image.row, revs, writer.at) as Rows[N]);
  await rememberStamp(writer, now, image.row, next);
}

/** Takes an operation back, once. What was changed after it stays. `undone` false: unknown, too old or undone already. */
export async function undoOperation(store: Store, op: string): Promise<Result<{ readonly undone: boolean }>> {
  return inOneTransaction(store, 'operation.undo', async () => {
    const operation = await store.db.operations.get(op);
    if (!operation || operation.undone === 1) return { undone: false };
    const writer = await startWriter(store);
    // A row that was put twice within the operation goes back to what it was before the first time.
    const first = new Map([...operation.before].reverse().map((image) => [`${image.table} ${image.uuid}`, image]));
    for (const image of first.values()) await undoRow(writer, image.table, image, operation.revs);
    await writer.finish();
    await store.db.operations.update(op, { undone: 1 });
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

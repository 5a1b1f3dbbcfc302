import type { Person } from '../model/person';
import type { Result } from '../model/result';
import type { Row } from '../model/row';
import { hashOf } from './canonical';
import { type Before, type OperationRow, type Rows, type StoredPerson, TABLES, type TableName } from './database';
import { stamped } from './merge';
import { withNameKeys } from './names';
import type { Store } from './store';
import { inOneTransaction, Refusal, startWriter, tableOf, WHOLE, type Writer, wholeStamp } from './write';

/** Operations kept: what can be undone and recognised as a repetition. A retry comes within seconds. */
const MAX_OPERATIONS = 500;

/** What a person's card is before anything was written on it. */
const BLANK: Partial<Person> = { labels: [], note: '', action: null, sources: [], group: null };
const isBlank = (person: Person): boolean => person.labels.length === 0 && person.note === '' && person.action === null;

/**
 * A row with one operation taken back: each field that still has the value that the operation gave it gets its former one, and fields that
 * were changed later stay. A row that the operation made becomes a tombstone; if it was changed later it stays, a person's card without
 * what the operation wrote on it. A row that the operation took away comes back.
 */
export function takenBack(image: Before, now: Row | null, at: number): Row | null {
  if (image.after === null) return now ?? image.row;
  if (now === null) return null;
  const { after } = image;
  if (Object.hasOwn(after, WHOLE)) return after[WHOLE] === wholeStamp(now) ? { ...now, deletedAt: at } : now;
  const content = now as unknown as Readonly<Record<string, unknown>>;
  const untouched = Object.keys(after).filter((field) => hashOf(content[field]) === after[field]);
  if (image.row === null && untouched.length === Object.keys(after).length) return { ...now, deletedAt: at };
  if (image.row === null && image.table !== 'people') return now;
  const old = (image.row ?? BLANK) as Readonly<Record<string, unknown>>;
  const back = untouched.filter((field) => Object.hasOwn(old, field));
  const next = { ...now, ...Object.fromEntries(back.map((field) => [field, old[field]])) };
  return image.row === null && isBlank(next as unknown as Person) ? { ...next, deletedAt: at } : next;
}

/** An operation's before-images, oldest first. */
async function imagesOf(store: Store, operation: OperationRow): Promise<readonly Before[]> {
  if (operation.before.length > 0) return operation.before;
  const pieces = await store.db.images.where('[op+n]').between([operation.op, 0], [operation.op, Number.MAX_SAFE_INTEGER]).toArray();
  return pieces.flatMap((piece) => piece.before);
}

async function undoTable<N extends TableName>(writer: Writer, name: N, images: readonly Before[]): Promise<void> {
  const rows = await tableOf(writer.store, name).bulkGet(images.map((image) => image.uuid));
  const changes = images.flatMap((image, i) => {
    const before = rows[i] ?? null;
    const back = takenBack(image, before, writer.at) as Rows[N] | null;
    if (back === null || back === before) return [];
    const keyed = name === 'people' ? (withNameKeys(back as StoredPerson) as Rows[N]) : back;
    const row = stamped<Row>(before, keyed as Row, writer.rev, writer.at) as Rows[N];
    return row === before ? [] : [{ before, row }];
  });
  await writer.putMany(name, changes);
}

/** Takes an operation back, once. What was changed after it stays. `undone` false: unknown, too old or undone already. */
export async function undoOperation(store: Store, op: string): Promise<Result<{ readonly undone: boolean }>> {
  return inOneTransaction(store, 'operation.undo', async () => {
    const operation = await store.db.operations.get(op);
    if (!operation || operation.undone === 1) return { undone: false };
    const writer = await startWriter(store);
    // A row that was put twice within the operation goes back to what it was before the first time, as far as it is what the last made it.
    const images = new Map<string, Before>();
    for (const image of await imagesOf(store, operation)) {
      const key = `${image.table} ${image.uuid}`;
      const first = images.get(key);
      images.set(key, first ? { ...image, row: first.row, after: image.after && { ...first.after, ...image.after } } : image);
    }
    for (const name of TABLES)
      await undoTable(
        writer,
        name,
        [...images.values()].filter((image) => image.table === name),
      );
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
    const { images } = store.db;
    for (const op of old) await images.where('[op+n]').between([op, 0], [op, Number.MAX_SAFE_INTEGER]).delete();
    return old.length;
  });
}

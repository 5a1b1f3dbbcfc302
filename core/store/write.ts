import type { Table } from 'dexie';
import { ok, type Result, refused } from '../model/result';
import type { Millis, Rev, Row } from '../model/row';
import { hashOf, same } from './canonical';
import { partsOf, tick } from './clock';
import { Counters } from './counters';
import type { Before, OperationRow, Rows, StoredPerson, TableName } from './database';
import { PackKeeper } from './keep-packs';
import { contentOf, stamped } from './merge';
import { publishDirty } from './mirror';
import { withNameKeys } from './names';
import { faultOf, STORE_FAULT, type Store } from './store';

/** What an operation is called in the list of recent actions and in the undo toast. */
export interface Named {
  readonly op: string;
  /** Catalogue key, e.g. `done.hide`. */
  readonly what: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Before-images that lie within the operation's own row; more are put beside it in pieces of this size. */
const IMAGE_SIZE = 500;

/** More changes than these are told to the search index as "everything". */
const MAX_NEWS = 2000;

/** Stands in a before-image for all fields of a row that the operation made. */
export const WHOLE = '*';
/** Tells whether a row was changed since: its newest stamp. */
export const wholeStamp = (row: Row): string => Object.values(row.rev).reduce((a, b) => (a > b ? a : b), '');

/** Hashes of the fields that differ. */
function changedFields(before: Row | null, row: Row): Readonly<Record<string, string>> {
  const [old, now] = [before as Readonly<Record<string, unknown>> | null, row as unknown as Readonly<Record<string, unknown>>];
  const changed = contentOf(row).filter((field) => old === null || !same(old[field] ?? null, now[field] ?? null));
  return Object.fromEntries(changed.map((field) => [field, hashOf(now[field])]));
}

/** The table with rows of its own type; the one place where names and types meet. */
export const tableOf = <N extends TableName>(store: Store, name: N): Table<Rows[N], string> =>
  store.db[name] as unknown as Table<Rows[N], string>;

/** Inside one transaction: puts rows, and notes what was before, what it means for the counters and for the pages' packs. */
export class Writer {
  readonly packs: PackKeeper;
  readonly before: Before[] = [];
  private readonly counters = new Counters();
  private readonly news = new Set<string>();

  constructor(
    readonly store: Store,
    readonly at: Millis,
    readonly rev: Rev,
  ) {
    this.packs = new PackKeeper(store);
  }

  /** Puts the next state of a row (`before` null = it is new), stamped field by field. A row that does not change is not written. Gives what is stored. */
  async put<N extends TableName>(name: N, before: Rows[N] | null, next: Rows[N]): Promise<Rows[N]> {
    const derived = name === 'people' ? (withNameKeys(next as StoredPerson) as Rows[N]) : next;
    const row = stamped<Row>(before, derived as Row, this.rev, this.at) as Rows[N];
    if (row === before) return row;
    await this.putAsIs(name, before, row);
    return row;
  }

  /** Puts a row whose stamps are already right (a merge, a restore). */
  async putAsIs<N extends TableName>(name: N, before: Rows[N] | null, row: Rows[N]): Promise<void> {
    this.note(name, before, row);
    await tableOf(this.store, name).put(row);
  }

  /** Puts many rows as they are (`row` null: takes the row out altogether). One request a table, so that 100,000 rows take seconds. */
  async putMany<N extends TableName>(
    name: N,
    changes: readonly { readonly before: Rows[N] | null; readonly row: Rows[N] | null }[],
  ): Promise<void> {
    const table = tableOf(this.store, name);
    const coarse = changes.length > IMAGE_SIZE;
    for (const { before, row } of changes) this.note(name, before, row, coarse);
    const gone = changes.flatMap(({ before, row }) => (row === null && before !== null ? [before.uuid] : []));
    if (gone.length > 0) await table.bulkDelete(gone);
    await table.bulkPut(changes.flatMap(({ row }) => row ?? []));
  }

  private note<N extends TableName>(name: N, before: Rows[N] | null, row: Rows[N] | null, coarse = false): void {
    // Of the thousands of new rows of an import one stamp says enough: whether the row is still what it was made.
    const after = coarse && before === null ? { [WHOLE]: wholeStamp(row!) } : row && changedFields(before, row);
    this.before.push({ table: name, uuid: (row ?? before)!.uuid, row: before, after });
    this.counters.changed(name, before, row);
    this.packs.changed(name, before, row);
    if (name === 'people' || name === 'marks') this.news.add(`${name} ${(row ?? before)!.uuid}`);
  }

  /** Makes a row a tombstone. Its content stays until tombstones are pruned, so that an undo and a merge find it. */
  async remove<N extends TableName>(name: N, row: Rows[N]): Promise<void> {
    if (row.deletedAt === null) await this.put(name, row, { ...row, deletedAt: this.at });
  }

  /** Brings packs, counters and the search index's news in step; the last act within the transaction. */
  async finish(): Promise<void> {
    await this.counters.finish(this.store);
    await this.packs.finish();
    if (this.news.size > 0) await this.store.db.news.add({ keys: this.news.size > MAX_NEWS ? null : [...this.news] });
  }
}

/** Starts a writer with the next clock stamp; must run inside a transaction that covers `meta`. */
export async function startWriter(store: Store): Promise<Writer> {
  const at = store.env.now();
  const last = (await store.db.meta.get('clock'))?.value;
  const rev = tick(typeof last === 'string' && partsOf(last) ? last : null, at, store.node);
  await store.db.meta.put({ key: 'clock', value: rev });
  return new Writer(store, at, rev);
}

/** Runs a body in one transaction over all tables and mirrors what it changed for the pages once it is committed. */
export async function inOneTransaction<T>(store: Store, where: string, body: () => Promise<T>): Promise<Result<T>> {
  if (store.readOnly) return refused(STORE_FAULT.newer, where);
  let value: T;
  try {
    value = await store.db.transaction('rw', store.db.tables, body);
  } catch (fault) {
    return fault instanceof Refusal ? refused(fault.problem, fault.where || where) : faultOf(fault, where);
  }
  // Committed: from here on nothing can fail the write. The dirty flag is in the database; whoever starts next repairs a mirror that was missed.
  await publishDirty(store).catch(() => undefined);
  return ok(value);
}

/** Thrown inside a body to undo all of it and answer with a problem. */
export class Refusal extends Error {
  constructor(
    readonly problem: string,
    readonly where: string,
  ) {
    super(problem);
  }
}

/**
 * Does a named operation once: rows, before-images for undo, counters, packs and the record of the operation in one transaction.
 * An operation id that is known already does nothing and answers as it did the first time.
 */
export async function write(store: Store, named: Named, body: (writer: Writer) => Promise<string | null>): Promise<Result<OperationRow>> {
  return inOneTransaction(store, named.what, async () => {
    const known = await store.db.operations.get(named.op);
    if (known) return known;
    const writer = await startWriter(store);
    const answer = await body(writer);
    await writer.finish();
    const row: OperationRow = {
      op: named.op,
      at: writer.at,
      what: named.what,
      values: named.values ?? {},
      before: writer.before.length > IMAGE_SIZE ? [] : writer.before,
      undone: 0,
      from: store.from ?? '',
      answer,
    };
    await store.db.operations.put(row);
    for (let n = 0; writer.before.length > IMAGE_SIZE && n * IMAGE_SIZE < writer.before.length; n++) {
      await store.db.images.put({ op: named.op, n, before: writer.before.slice(n * IMAGE_SIZE, (n + 1) * IMAGE_SIZE) });
    }
    return row;
  });
}

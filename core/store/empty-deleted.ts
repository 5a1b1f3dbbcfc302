import type { Table } from 'dexie';
import type { Mark } from '../model/mark';
import type { Result } from '../model/result';
import type { Millis, Row } from '../model/row';
import type { Rule } from '../model/rule';
import type { ListRow, Rows, StoredPerson } from './database';
import { cachingOf, type Store } from './store';
import { inOneTransaction } from './write';

/** What was deleted is emptied after so long; until then it can be undone. */
export const EMPTIED_MS = 30 * 86_400_000;
/** Tables whose deletions leave a row behind that is kept for good. Visits are taken out altogether when they are pruned. */
type Emptied = 'people' | 'marks' | 'rules' | 'lists';
/** Where a value must not be empty. Says nothing of what was there. */
const NOTHING = '-';
/** Rows looked at between two breaths. */
const BATCH = 2000;

const BLANK: { readonly [N in Emptied]: Omit<Rows[N], keyof Row> } = {
  people: {
    site: NOTHING,
    id: null,
    names: [NOTHING],
    nameKeys: [],
    labels: [],
    note: '',
    sources: [],
    action: null,
    firstSeenAt: null,
    lastSeenAt: null,
    group: null,
  } satisfies Omit<StoredPerson, keyof Row>,
  marks: {
    kind: 'bookmark',
    site: NOTHING,
    threadKey: NOTHING,
    commentKey: null,
    url: '',
    title: '',
    author: '',
    authorId: null,
    text: '',
    note: '',
    colour: null,
    selectors: null,
  } satisfies Omit<Mark, keyof Row>,
  rules: {
    name: '',
    when: { kind: 'any', of: [] },
    action: { kind: 'hide' },
    scope: { kind: 'everywhere' },
    priority: 0,
    expiresAt: null,
    enabled: false,
    replies: false,
    origin: { kind: 'mine' },
  } satisfies Omit<Rule, keyof Row>,
  lists: { url: NOTHING, title: '', etag: null, fetchedAt: null, enabled: false, text: '', pending: null } satisfies Omit<
    ListRow,
    keyof Row
  >,
};

/**
 * A deleted row of which only the deletion is left: pure. Its stamp stays, so that an older copy of the row that comes back (a backup, another
 * machine) is deleted by it in every order of merging; all other fields give way to whatever copy still has them.
 */
export function emptied<N extends Emptied>(name: N, { uuid, createdAt, updatedAt, deletedAt, rev }: Rows[N]): Rows[N] {
  const stamp = rev.deletedAt;
  return { ...BLANK[name], uuid, createdAt, updatedAt, deletedAt, rev: stamp === undefined ? {} : { deletedAt: stamp } } as Rows[N];
}

/** Nothing is left but the deletion. */
const isEmptied = (row: Row): boolean => Object.keys(row.rev).every((field) => field === 'deletedAt');

async function emptyTable<N extends Emptied>(store: Store, name: N, before: Millis): Promise<number> {
  const table = store.db[name] as unknown as Table<Rows[N], string>;
  let count = 0;
  for (let last = ''; ; ) {
    const from = last;
    const next = await store.db.transaction('rw', table, async () => {
      const rows = await table.where('uuid').above(from).limit(BATCH).toArray();
      const old = rows.filter((row) => row.deletedAt !== null && row.deletedAt < before && !isEmptied(row));
      if (old.length > 0) await table.bulkPut(old.map((row) => emptied(name, row)));
      count += old.length;
      return rows.length < BATCH ? null : rows.at(-1)!.uuid;
    });
    if (next === null) return count;
    last = next;
  }
}

/**
 * Empties what was deleted more than 30 days ago, and forgets operations as old as that, which could bring it back and hold its content.
 * Gives how many rows were emptied.
 */
export async function emptyDeleted(lasting: Store): Promise<Result<number>> {
  const store = cachingOf(lasting);
  const before = store.env.now() - EMPTIED_MS;
  const forgotten = await inOneTransaction(store, 'deleted.empty', async () => {
    const old = await store.db.operations.where('at').below(before).primaryKeys();
    await store.db.operations.bulkDelete(old);
    for (const op of old) await store.db.images.where('[op+n]').between([op, 0], [op, Number.MAX_SAFE_INTEGER]).delete();
    return 0;
  });
  if (!forgotten.ok) return forgotten;
  let count = 0;
  for (const name of ['people', 'marks', 'rules', 'lists'] as const) count += await emptyTable(store, name, before);
  return { ok: true, value: count };
}

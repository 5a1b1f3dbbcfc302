import { browser } from 'wxt/browser';
import type { MessageKey } from '../../components/strings';
import type { Done } from '../../components/use-done';
import { STORAGE } from '../../core/bus/protocol';
import { countsOf } from '../../core/store/counters';
import type { TableName } from '../../core/store/database';
import { removePeople } from '../../core/store/many';
import { removeMarks } from '../../core/store/marks';
import { forgetRecent, recentThreads } from '../../core/store/recent';
import { removeRules } from '../../core/store/rules';
import type { Shelf } from '../../core/store/snapshots';
import type { Store } from '../../core/store/store';
import { pruneVisits } from '../../core/store/visits';

/** How much of one kind lies on this device. `bytes` is an estimate from some rows. */
interface Amount {
  readonly count: number;
  readonly bytes: number;
}

/** One kind of what is stored: how much there is, and how it is deleted. What can be undone offers it in the toast. */
export interface StoredKind {
  readonly id: 'people' | 'marks' | 'rules' | 'visits' | 'recent' | 'operations' | 'snapshots' | 'learned';
  readonly name: MessageKey;
  readonly why: MessageKey;
  readonly amount: () => Promise<Amount>;
  readonly remove: () => Promise<unknown>;
}

const SAMPLED = 100; // rows read for the estimate
const sizeOf = (value: unknown): number => new Blob([JSON.stringify(value) ?? '']).size;

/** Everything that is stored beside the settings, by kind. */
export function storedKinds(store: Store, shelf: Shelf, done: Done): readonly StoredKind[] {
  const { db } = store;
  const rows = async (table: TableName): Promise<Amount> => {
    const count = (await countsOf(store))[table];
    const some = await db.table(table).limit(SAMPLED).toArray();
    return { count, bytes: some.length === 0 ? 0 : Math.round((sizeOf(some) / some.length) * count) };
  };
  const living = async (table: 'people' | 'marks' | 'rules') =>
    (await db[table].toArray()).filter((row) => row.deletedAt === null).map((row) => row.uuid);
  const learned = async () => {
    const all = await browser.storage.local.get(null);
    return Object.entries(all).filter(([key]) => key.startsWith(STORAGE.look('')) || key === STORAGE.adapters);
  };
  return [
    {
      id: 'people',
      name: 'library.people',
      why: 'stored.people',
      amount: () => rows('people'),
      async remove() {
        const uuids = await living('people');
        await done.run((op) => removePeople(store, op, uuids), 'done.person.remove', { count: uuids.length });
      },
    },
    {
      id: 'marks',
      name: 'data.marks',
      why: 'stored.marks',
      amount: () => rows('marks'),
      async remove() {
        const uuids = await living('marks');
        await done.run((op) => removeMarks(store, op, uuids), 'done.mark.remove', { count: uuids.length });
      },
    },
    {
      id: 'rules',
      name: 'library.rules',
      why: 'stored.rules',
      amount: () => rows('rules'),
      async remove() {
        const uuids = await living('rules');
        await done.run((op) => removeRules(store, op, uuids), 'done.rule.remove', { count: uuids.length });
      },
    },
    {
      id: 'visits',
      name: 'library.threads',
      why: 'stored.visits',
      amount: () => rows('visits'),
      async remove() {
        const gone = await pruneVisits(store, 0);
        if (!gone.ok) throw new Error(gone.problem);
        await forgetRecent(store);
        done.say('done.visits', { count: gone.value });
      },
    },
    {
      id: 'recent',
      name: 'stored.recentName',
      why: 'stored.recent',
      async amount() {
        const rows = await recentThreads(store);
        return { count: rows.length, bytes: rows.length === 0 ? 0 : sizeOf(rows) };
      },
      async remove() {
        await forgetRecent(store);
        done.say('done.deleted');
      },
    },
    {
      id: 'operations',
      name: 'data.recent',
      why: 'stored.operations',
      async amount() {
        const count = await db.operations.count();
        const some = await db.operations.limit(SAMPLED).toArray();
        return { count, bytes: some.length === 0 ? 0 : Math.round((sizeOf(some) / some.length) * count) };
      },
      async remove() {
        await db.transaction('rw', db.operations, db.images, () => Promise.all([db.operations.clear(), db.images.clear()]));
        done.say('done.deleted');
      },
    },
    {
      id: 'snapshots',
      name: 'data.snapshots',
      why: 'stored.snapshots',
      async amount() {
        const names = await shelf.list().catch(() => []);
        const texts = await Promise.all(names.map((name) => shelf.read(name)));
        return { count: names.length, bytes: new Blob(texts.map((text) => text ?? '')).size };
      },
      async remove() {
        for (const name of await shelf.list().catch(() => [])) await shelf.remove(name);
        done.say('done.deleted');
      },
    },
    {
      id: 'learned',
      name: 'stored.learnedName',
      why: 'stored.learned',
      async amount() {
        const entries = await learned();
        return { count: entries.length, bytes: sizeOf(entries) };
      },
      async remove() {
        await browser.storage.local.remove((await learned()).map(([key]) => key));
        done.say('done.deleted');
      },
    },
  ];
}

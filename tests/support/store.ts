import Dexie from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { openStore, type Store } from '../../core/store/store';

/** A store of its own over an in-memory IndexedDB, with a clock that only tests move and ids that count up. */
export interface TestStore {
  readonly store: Store;
  /** What pages would read from storage.local. */
  readonly published: Map<string, unknown>;
  /** Milliseconds that `now` gives. */
  time: number;
  /** Set: publishing throws, as if the worker was killed between commit and mirror. */
  killed: boolean;
}

// Dexie looks for the globals when it is loaded, which may be before this file.
Dexie.dependencies.indexedDB = indexedDB;
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

let stores = 0;

/** Opens a new store (or an existing one by name). */
export async function testStore(databaseName = `test-${++stores}`): Promise<TestStore> {
  const published = new Map<string, unknown>();
  let ids = 0;
  const run = stores;
  const test = { published, time: 1_700_000_000_000, killed: false };
  const opened = await openStore(
    {
      now: () => test.time,
      newId: () => `00000000-0000-4000-8000-${String(run).padStart(4, '0')}${String(++ids).padStart(8, '0')}`,
      publish: async (items) => {
        if (test.killed) throw new Error('killed');
        for (const [key, value] of Object.entries(items)) {
          if (value === null) published.delete(key);
          else published.set(key, JSON.parse(JSON.stringify(value)));
        }
      },
    },
    databaseName,
  );
  if (!opened.ok) throw new Error(`${opened.problem} ${opened.where}`);
  return Object.assign(test, { store: opened.value });
}

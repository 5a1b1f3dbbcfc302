import Dexie from 'dexie';
import { type Check, checked } from '../model/check';
import { checkMark, checkPerson, checkRule, checkVisit } from '../model/check-rows';
import { ok, type Result, refused } from '../model/result';
import { type Backup, checkHit, checkListRow, EMPTY_BACKUP, formatBackup } from './backup';
import { DATABASE, TABLES } from './database';
import { REPLACE_ALL, restore } from './restore';
import { type Shelf, shelve } from './snapshots';
import { type Env, openStore, type Store } from './store';

/** What could be read of a database that does not open, and what could not. */
export interface Salvaged {
  readonly backup: Backup;
  /** Rows that were read but are no rows of ours. */
  readonly bad: number;
  /** Tables that could not be read to their end. */
  readonly lost: readonly string[];
}

/** An attempt to open a broken database may never answer. */
const LIMIT_MS = 8000;

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function openRaw(databaseName: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.open(databaseName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

/** Reads a table row by row; what was read before a fault is kept. It may take long in all, but not from one row to the next. */
function readTable(
  db: IDBDatabase,
  table: string,
  limitMs: number,
): Promise<{ readonly rows: readonly unknown[]; readonly whole: boolean }> {
  return new Promise((finish) => {
    const rows: unknown[] = [];
    let read = -1;
    const timer = setInterval(() => {
      if (rows.length === read) resolve({ rows, whole: false });
      read = rows.length;
    }, limitMs);
    const resolve = (answer: { readonly rows: readonly unknown[]; readonly whole: boolean }): void => {
      clearInterval(timer);
      finish(answer);
    };
    try {
      const request = db.transaction(table).objectStore(table).openCursor();
      request.onerror = () => resolve({ rows, whole: false });
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return resolve({ rows, whole: true });
        rows.push(cursor.value);
        cursor.continue();
      };
    } catch {
      resolve({ rows, whole: false });
    }
  });
}

/** Reads what can be read of a database without upgrading or changing it, each row checked by itself. */
export async function salvage(databaseName: string = DATABASE, limitMs: number = LIMIT_MS): Promise<Result<Salvaged>> {
  let db: IDBDatabase;
  const opening = openRaw(databaseName);
  try {
    db = await within(opening, limitMs);
  } catch (fault) {
    // One that opens too late must not stay in the way of what follows.
    opening.then((late) => late.close()).catch(() => undefined);
    return refused('fault.database.broken', fault instanceof Error ? `${fault.name} ${fault.message}` : String(fault));
  }
  const lost: string[] = [];
  let bad = 0;
  const rowsOf = async <T>(table: string, check: Check<T>): Promise<T[]> => {
    const { rows, whole } = await readTable(db, table, limitMs);
    if (!whole) lost.push(table);
    return rows.flatMap((row) => {
      const good = checked(check, row);
      if (!good.ok) bad++;
      return good.ok ? [good.value] : [];
    });
  };
  try {
    const backup: Backup = {
      ...EMPTY_BACKUP,
      people: await rowsOf('people', checkPerson),
      marks: await rowsOf('marks', checkMark),
      rules: await rowsOf('rules', checkRule),
      visits: await rowsOf('visits', checkVisit),
      lists: await rowsOf('lists', checkListRow),
      hits: await rowsOf('hits', checkHit),
    };
    return ok({ backup, bad, lost });
  } finally {
    db.close();
  }
}

/** Numbers of living rows in a backup, for the recovery page to show. */
export function countBackup(backup: Backup): number {
  return TABLES.reduce((sum, table) => sum + backup[table].filter((row) => row.deletedAt === null).length, 0);
}

/** Deletes a database. A page that holds it open is told of (`onBlocked`) and waited for: a deletion that was asked for cannot be called back. */
function deleteDatabase(databaseName: string, onBlocked: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = onBlocked;
  });
}

/**
 * Makes the database anew from a backup: first what can still be read is put on the shelf, then the old database goes, then the backup is
 * restored in one commit. While a page of ours holds the old one, `onBlocked` has been called and the work waits; it goes on by itself once
 * that page is closed.
 */
export async function rebuildDatabase(
  env: Env,
  shelf: Shelf,
  backup: Backup,
  { databaseName = DATABASE, onBlocked = () => {} }: { readonly databaseName?: string; readonly onBlocked?: () => void } = {},
): Promise<Result<Store>> {
  const rest = await salvage(databaseName);
  if (rest.ok && countBackup(rest.value.backup) > 0) {
    try {
      await shelve(shelf, 'salvage', env.now(), formatBackup(rest.value.backup));
    } catch (fault) {
      return refused('fault.snapshot', fault instanceof Error ? fault.message : String(fault));
    }
  }
  try {
    await deleteDatabase(databaseName, onBlocked);
  } catch (fault) {
    return refused('fault.database.failed', fault instanceof Error ? `${fault.name} ${fault.message}` : databaseName);
  }
  const opened = await openStore(env, databaseName);
  if (!opened.ok) return opened;
  const done = await restore(opened.value, env.newId(), backup, REPLACE_ALL);
  return done.ok ? opened : done;
}

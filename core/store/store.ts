import Dexie from 'dexie';
import { ok, type Result, refused } from '../model/result';
import type { Millis } from '../model/row';
import { DATABASE, PostilDatabase, SCHEMA } from './database';

/** What the store takes from its surroundings, so that tests can set it. */
export interface Env {
  now(): Millis;
  /** A fresh uuid. */
  newId(): string;
  /** Puts items where pages read them (`writeStored`); null removes. */
  publish(items: Readonly<Record<string, unknown>>): Promise<void>;
}

/** An open database and who writes to it. Every function of core/store takes one. */
export interface Store {
  readonly db: PostilDatabase;
  readonly env: Env;
  /** This installation's id within clock stamps. */
  readonly node: string;
  /** Set: the database was written by a newer version; reads work, writes are refused. */
  readonly readOnly: boolean;
  /** The site whose page asks for what is written now; absent for the extension's own pages. Kept with the operation: a page may undo its own. */
  readonly from?: string;
}

/** Why the store cannot be used. Catalogue keys. */
export const STORE_FAULT = {
  /** Written by a newer version: update the extension. Read-only. */
  newer: 'fault.database.newer',
  /** An old tab of ours holds the database during an upgrade: close Postil's other pages. */
  blocked: 'fault.database.blocked',
  /** Does not open: the recovery page offers the snapshots. */
  broken: 'fault.database.broken',
  /** The disk is full; nothing of the write was kept. */
  full: 'fault.database.full',
  failed: 'fault.database.failed',
} as const;

/** An upgrade waits this long for old pages to let go; they close by themselves on `versionchange` within a few ms unless they are suspended. */
const OPEN_LIMIT_MS = 8000;

/** Maps what IndexedDB throws to a problem a person can act on. */
export function faultOf(fault: unknown, where: string): Result<never> {
  const name = fault instanceof Error ? fault.name : '';
  const inner = fault instanceof Dexie.DexieError ? ((fault as { inner?: unknown }).inner ?? null) : null;
  const names = [name, inner instanceof Error ? inner.name : ''];
  const text = fault instanceof Error ? fault.message : String(fault);
  if (names.includes('QuotaExceededError') || /quota/i.test(text)) return refused(STORE_FAULT.full, where);
  return refused(STORE_FAULT.failed, `${where}: ${names.filter(Boolean).join('/')} ${text}`.slice(0, 300));
}

/**
 * Opens the database, upgrades it if it is older, and gates it if it is newer (Dexie alone would open a newer one silently).
 * Never hangs: a blocked upgrade is reported after 8 s. A database that does not open is `broken`; nothing is deleted.
 */
export async function openStore(env: Env, databaseName: string = DATABASE, limitMs: number = OPEN_LIMIT_MS): Promise<Result<Store>> {
  const db = new PostilDatabase(databaseName);
  let blocked = false;
  db.on('blocked', () => {
    blocked = true;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limitMs);
  });
  try {
    const opening = db.open().then(() => 'open' as const);
    if ((await Promise.race([opening, late])) === 'late') {
      opening.catch(() => undefined);
      db.close();
      return refused(blocked ? STORE_FAULT.blocked : STORE_FAULT.broken, databaseName);
    }
    const schema = (await db.meta.get('schema'))?.value ?? SCHEMA;
    // Dexie keeps ten times its own number; what it mends by itself counts the last digit up.
    const readOnly = Number(schema) > SCHEMA || Math.floor((db.backendDB()?.version ?? 0) / 10) > SCHEMA;
    const node = await nodeOf(db, env, readOnly);
    return ok({ db, env, node, readOnly });
  } catch (fault) {
    db.close();
    return refused(STORE_FAULT.broken, fault instanceof Error ? `${fault.name} ${fault.message}`.slice(0, 300) : String(fault));
  } finally {
    clearTimeout(timer);
  }
}

/** This installation's id, made once. */
async function nodeOf(db: PostilDatabase, env: Env, readOnly: boolean): Promise<string> {
  const known = await db.meta.get('node');
  if (known || readOnly) return String(known?.value ?? 'reader');
  return db.transaction('rw', db.meta, async () => {
    const again = await db.meta.get('node');
    if (again) return String(again.value);
    const node = env.newId().replaceAll('-', '').slice(0, 12);
    await db.meta.bulkPut([
      { key: 'node', value: node },
      { key: 'schema', value: SCHEMA },
    ]);
    return node;
  });
}

const caching = new WeakMap<PostilDatabase, PostilDatabase>();

/**
 * The same store for what may be lost with a power cut: visits, hits, who was seen, the search index. Its writes do not wait for the disk;
 * what a person did is written through the store itself. Durability belongs to a connection, so it is a second one, opened when first used.
 */
export function cachingOf(store: Store): Store {
  const known = caching.get(store.db);
  if (known) return { ...store, db: known };
  const db = new PostilDatabase(store.db.name, 'relaxed');
  caching.set(store.db, db);
  return { ...store, db };
}

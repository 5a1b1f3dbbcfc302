import type { RulePack, SitePack } from '../model/pack';
import type { PackRow } from './database';
import { buildRulePack } from './pack';
import { packOfRow } from './pack-row';
import type { Store } from './store';

/** Runs one after the other in all contexts of the extension, so that an older pack never overwrites a newer one. */
async function alone<T>(body: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks ? locks.request('postil.mirror', body) : body();
}

async function packOf(store: Store, row: PackRow): Promise<SitePack | RulePack> {
  if (row.key !== 'rules') return packOfRow(row.value);
  return buildRulePack(await store.db.rules.toArray(), row.n, store.env.now());
}

/**
 * Puts every pack whose flag is dirty where pages read it, then clears the flag unless the pack has changed meanwhile.
 * Safe to be killed at any point: the flag outlives us, and doing it twice does no harm. Gives the keys that were mirrored.
 */
export async function publishDirty(store: Store): Promise<readonly string[]> {
  return alone(async () => {
    const dirty = await store.db.packs.where('dirty').equals(1).toArray();
    if (dirty.length === 0) return [];
    const items: Record<string, unknown> = {};
    for (const row of dirty) items[row.key] = await packOf(store, row);
    await store.env.publish(items);
    if (store.readOnly) return Object.keys(items);
    await store.db.transaction('rw', store.db.packs, async () => {
      const now = await store.db.packs.bulkGet(dirty.map((row) => row.key));
      await store.db.packs.bulkPut(now.flatMap((row, i) => (row && row.n === dirty[i]!.n ? [{ ...row, dirty: 0 as const }] : [])));
    });
    return Object.keys(items);
  });
}

/** True for a pack in which nothing is left: the last person, mark and visit of its site went. */
function isEmptyPack(row: PackRow): boolean {
  if (row.key === 'rules') return false;
  const { ids, names, marks, seen } = packOfRow(row.value);
  return [ids, names, marks, seen].every((part) => Object.keys(part).length === 0);
}

/** Takes packs in which nothing is left out of the database and from where pages read them; what waits to be mirrored stays. Gives the keys that went. */
export async function prunePacks(store: Store): Promise<readonly string[]> {
  if (store.readOnly) return [];
  return alone(async () => {
    const { packs } = store.db;
    const gone = await store.db.transaction('rw', packs, async () => {
      const keys = (await packs.where('dirty').equals(0).toArray()).filter(isEmptyPack).map((row) => row.key);
      await packs.bulkDelete(keys);
      return keys;
    });
    if (gone.length > 0) await store.env.publish(Object.fromEntries(gone.map((key) => [key, null])));
    return gone;
  });
}

/** Of the keys of `storage.local`, the mirrors that nothing in the database stands behind any more: it was made anew, and pages would go by them for ever. */
export async function strayMirrors(store: Store, keys: readonly string[]): Promise<readonly string[]> {
  const known = new Set<string>(await store.db.packs.toCollection().primaryKeys());
  return keys.filter((key) => (key === 'rules' || key.startsWith('pack:')) && !known.has(key));
}

/** Marks packs as dirty, all of them by default, so that the next `publishDirty` writes them again (storage.local was lost, an expiry passed). */
export async function markDirty(store: Store, keys?: readonly string[]): Promise<void> {
  await store.db.transaction('rw', store.db.packs, async () => {
    const rows = keys ? (await store.db.packs.bulkGet([...keys])).flatMap((row) => row ?? []) : await store.db.packs.toArray();
    await store.db.packs.bulkPut(rows.map((row) => ({ ...row, dirty: 1 as const, n: row.n + 1 })));
  });
}

import { ok, type Result, refused } from '../model/result';
import type { Millis } from '../model/row';
import { type Backup, makeBackup, readBackup } from './backup';
import type { Store } from './store';

/** Where snapshots lie, outside the database, so that they outlive it. Names are file names. */
export interface Shelf {
  list(): Promise<readonly string[]>;
  read(name: string): Promise<string | null>;
  /** Whole or not at all: a write that is cut off leaves what was there. */
  write(name: string, parts: readonly string[]): Promise<void>;
  remove(name: string): Promise<void>;
}

/** `daily`: rolling, once a day. `before`: taken ahead of a restore or import. `salvage`: what could be read of a broken database. */
export type SnapshotKind = 'daily' | 'before' | 'salvage';
/** Snapshots kept of each kind. */
const KEEP: Readonly<Record<SnapshotKind, number>> = { daily: 3, before: 3, salvage: 3 };

export interface Snapshot {
  readonly name: string;
  readonly kind: SnapshotKind;
  readonly at: Millis;
}

const nameOf = (kind: SnapshotKind, at: Millis): string => `${kind}-${new Date(at).toISOString().replaceAll(':', '-')}.json`;

/** Snapshots on the shelf, newest first. Files that are none are left out. */
export async function listSnapshots(shelf: Shelf): Promise<readonly Snapshot[]> {
  const found = (await shelf.list()).flatMap((name): Snapshot[] => {
    const match = /^(daily|before|salvage)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.json$/.exec(name);
    return match ? [{ name, kind: match[1] as SnapshotKind, at: Date.parse(`${match[2]}T${match[3]}:${match[4]}:${match[5]}`) }] : [];
  });
  return found.sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}

/** Puts a text on the shelf under its kind and takes the oldest of the kind off. */
export async function shelve(shelf: Shelf, kind: SnapshotKind, at: Millis, parts: readonly string[]): Promise<Snapshot> {
  const name = nameOf(kind, at);
  await shelf.write(name, parts);
  const kept = (await listSnapshots(shelf)).filter((snapshot) => snapshot.kind === kind);
  for (const old of kept.slice(KEEP[kind])) await shelf.remove(old.name);
  return { name, kind, at };
}

/**
 * Takes a snapshot of everything. A daily one is left out if nothing has changed since the last (equal data, equal bytes), or if that is
 * younger than `quietMs`. null: left out. `kept` as in `makeBackup`.
 */
export async function takeSnapshot(
  store: Store,
  shelf: Shelf,
  kind: SnapshotKind,
  kept: Readonly<Record<string, unknown>>,
  quietMs = 20 * 3_600_000,
): Promise<Result<Snapshot | null>> {
  const at = store.env.now();
  try {
    const [last] = (await listSnapshots(shelf)).filter((snapshot) => snapshot.kind === kind);
    if (kind === 'daily' && last && at - last.at < quietMs && at >= last.at) return ok(null);
    const made = await makeBackup(store, kept);
    if (!made.ok) return made;
    if (kind === 'daily' && last && (await shelf.read(last.name)) === made.value.join('')) return ok(null);
    return ok(await shelve(shelf, kind, at, made.value));
  } catch (fault) {
    return refused('fault.snapshot', fault instanceof Error ? `${fault.name} ${fault.message}` : String(fault));
  }
}

/** Reads a snapshot back. */
export async function readSnapshot(shelf: Shelf, name: string): Promise<Result<Backup>> {
  const text = await shelf.read(name).catch(() => null);
  return text === null ? refused('fault.snapshot', name) : readBackup(text);
}

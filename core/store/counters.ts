import type { Label, Person } from '../model/person';
import type { Row } from '../model/row';
import type { Visit } from '../model/visit';
import { TABLES, type TableName } from './database';
import type { Store } from './store';

/** A label with the number of people who bear it. */
export type LabelCount = Label & { readonly count: number };
const keyOf = (label: Label): string => `${label.colour}\n${label.text}`;
const labelsOf = (row: Row | null): readonly Label[] => (row === null || row.deletedAt !== null ? [] : (row as Person).labels);

/** The counts of labels as kept. */
export async function labelCounts(store: Store): Promise<Map<string, LabelCount>> {
  const kept = (await store.db.meta.get('labels'))?.value;
  const list: readonly LabelCount[] = typeof kept === 'string' ? JSON.parse(kept) : [];
  return new Map(list.map((label) => [keyOf(label), label]));
}

/** Numbers of living rows by table, from the counters: count() of 100,000 rows costs 590 times a read. */
export async function countsOf(store: Store): Promise<Readonly<Record<TableName, number>>> {
  const rows = await store.db.meta.bulkGet(TABLES.map((name) => `count:${name}`));
  return Object.fromEntries(TABLES.map((name, i) => [name, Number(rows[i]?.value ?? 0)])) as Record<TableName, number>;
}

/** The uuids of the visits that are followed, kept so that they need not be looked for among all. */
export async function followedThreads(store: Store): Promise<readonly string[]> {
  const kept = (await store.db.meta.get('followed'))?.value;
  return typeof kept === 'string' ? JSON.parse(kept) : [];
}

/** Collects what a transaction means for the counters and adds it up at its end. */
export class Counters {
  private readonly rows = new Map<TableName, number>();
  private readonly labels = new Map<string, LabelCount>();
  private readonly follows = new Map<string, boolean>();

  /** Notes that a row changed from `before` (null = new) to `row` (null = gone). */
  changed(name: TableName, before: Row | null, row: Row | null): void {
    const lived = before !== null && before.deletedAt === null ? 1 : 0;
    const lives = row !== null && row.deletedAt === null ? 1 : 0;
    this.rows.set(name, (this.rows.get(name) ?? 0) + lives - lived);
    if (name === 'visits') this.follows.set((row ?? before)!.uuid, lives === 1 && (row as Visit).followed);
    if (name !== 'people') return;
    for (const label of labelsOf(before)) this.label(label, -1);
    for (const label of labelsOf(row)) this.label(label, 1);
  }

  private label(label: Label, by: number): void {
    const key = keyOf(label);
    this.labels.set(key, { text: label.text, colour: label.colour, count: (this.labels.get(key)?.count ?? 0) + by });
  }

  private async finishFollows(store: Store): Promise<void> {
    if (this.follows.size === 0) return;
    const known = await followedThreads(store);
    const gone = known.filter((uuid) => this.follows.get(uuid) === false);
    const come = [...this.follows].flatMap(([uuid, on]) => (on && !known.includes(uuid) ? [uuid] : []));
    if (gone.length === 0 && come.length === 0) return;
    const value = JSON.stringify([...known.filter((uuid) => !gone.includes(uuid)), ...come]);
    await store.db.meta.put({ key: 'followed', value });
  }

  /** Writes the new sums. Inside the transaction. */
  async finish(store: Store): Promise<void> {
    const { meta } = store.db;
    for (const [name, by] of this.rows) {
      if (by === 0) continue;
      const key = `count:${name}`;
      await meta.put({ key, value: Number((await meta.get(key))?.value ?? 0) + by });
    }
    await this.finishFollows(store);
    const moved = [...this.labels].filter(([, label]) => label.count !== 0);
    if (moved.length === 0) return;
    const kept = await labelCounts(store);
    for (const [key, label] of moved) {
      const count = (kept.get(key)?.count ?? 0) + label.count;
      if (count > 0) kept.set(key, { ...label, count });
      else kept.delete(key);
    }
    await meta.put({ key: 'labels', value: JSON.stringify([...kept.values()]) });
  }
}

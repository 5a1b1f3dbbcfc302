import { liveQuery, type Subscription } from 'dexie';
import type { Mark, MarkKind } from '../../core/model/mark';
import type { Row } from '../../core/model/row';
import { countsOf } from '../../core/store/counters';
import { recentOperations } from '../../core/store/operations';
import { SearchIndex } from '../../core/store/search';
import type { Store } from '../../core/store/store';

export type Table = 'people' | 'marks';
const TABLES: readonly Table[] = ['people', 'marks'];
const BATCH = 2000; // rows read and folded between two breaths of the page
const PEEKED = 200;
const SETTLE_MS = 500;
const FOLLOWED = 500; // changes watched at once; beyond that the watch starts again from the newest
const BULK = new Set(['done.restore', 'done.replace', 'done.import']); // these keep the rows' own times, so newer-than does not find them

/** What a list needs of a row without reading it. */
interface Fact {
  readonly at: number;
  readonly kind: MarkKind | null;
}

/**
 * All people and marks by uuid, newest first, and their full-text index, kept in step with the database while the page is open.
 * Rows themselves are read as they come into view: 100,000 of them would take seconds and a hundred megabytes.
 */
export class LibraryIndex {
  private readonly facts: Record<Table, Map<string, Fact>> = { people: new Map(), marks: new Map() };
  private readonly search = new SearchIndex();
  private readonly listeners = new Set<() => void>();
  private readonly newest: Record<Table, number> = { people: 0, marks: 0 };
  private ordered: Partial<Record<Table, readonly string[]>> = {};
  private watches: Partial<Record<Table, Subscription>> = {};
  private lastBulk: string | null = null;
  /** How far the kept counters are from what was found; a counter that is wrong for good must not start the fill again and again. */
  private gap = '';
  /** True once the newest rows are in. */
  begun = false;
  /** True once every row is in. */
  ready = false;

  constructor(
    private readonly store: Store,
    private readonly signal: AbortSignal,
  ) {}

  /** Fills the index and follows the database until the signal. */
  async start(): Promise<void> {
    const last = async () => (await recentOperations(this.store, 1))[0];
    const stateOf = (operation: Awaited<ReturnType<typeof last>>): string | null =>
      operation && BULK.has(operation.what) ? `${operation.op} ${operation.undone}` : null;
    this.lastBulk = stateOf(await last());
    await this.peek();
    await this.fill();
    await this.measure();
    const audit = liveQuery(async () => ({ counts: await countsOf(this.store), bulk: stateOf(await last()) })).subscribe((seen) => {
      const stale = seen.bulk !== this.lastBulk;
      this.lastBulk = seen.bulk;
      // The watches hear of single changes within this time; what is still missing then came in bulk.
      setTimeout(() => {
        if (stale || this.gapTo(seen.counts) !== this.gap) void this.fillAgain().then(() => this.measure());
      }, SETTLE_MS);
    });
    this.signal.addEventListener('abort', () => audit.unsubscribe(), { once: true });
  }

  /** Calls back after each change. Gives back how to stop. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The uuids of a table, newest first, or those that the query finds, best first; of marks only the kinds given. */
  list(table: Table, query: string, kinds: readonly MarkKind[] | null): readonly string[] {
    const facts = this.facts[table];
    const found =
      query.trim() === ''
        ? this.inOrder(table)
        : this.search.find(query, { kinds: [table], limit: Number.POSITIVE_INFINITY }).hits.map((hit) => hit.uuid);
    return kinds === null ? found : found.filter((uuid) => kinds.includes(facts.get(uuid)?.kind ?? 'note'));
  }

  private inOrder(table: Table): readonly string[] {
    this.ordered[table] ??= [...this.facts[table]].sort((a, b) => b[1].at - a[1].at).map(([uuid]) => uuid);
    return this.ordered[table];
  }

  private put(table: Table, row: Row): void {
    this.search.put(table, row);
    if (row.deletedAt !== null) this.facts[table].delete(row.uuid);
    else this.facts[table].set(row.uuid, { at: row.updatedAt, kind: table === 'marks' ? (row as Mark).kind : null });
    const isNewest = row.updatedAt >= this.newest[table];
    this.newest[table] = Math.max(this.newest[table], row.updatedAt);
    // Sorting 100,000 again for each change takes a tenth of a second; the newest simply goes to the front.
    const others =
      this.ready && (isNewest || row.deletedAt !== null) ? this.ordered[table]?.filter((uuid) => uuid !== row.uuid) : undefined;
    if (others) this.ordered[table] = row.deletedAt === null ? [row.uuid, ...others] : others;
    else delete this.ordered[table];
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private gapTo(counts: Readonly<Record<Table, number>>): string {
    return TABLES.map((table) => counts[table] - this.facts[table].size).join(' ');
  }

  private async measure(): Promise<void> {
    this.gap = this.gapTo(await countsOf(this.store));
  }

  /** The newest rows first, so that a large library shows its first screen at once. */
  private async peek(): Promise<void> {
    for (const table of TABLES) {
      const rows: readonly Row[] = await this.store.db[table].orderBy('updatedAt').reverse().limit(PEEKED).toArray();
      for (const row of rows) this.put(table, row);
    }
    this.begun = true;
    this.tell();
  }

  private async fill(): Promise<void> {
    for (const table of TABLES) {
      let last = '';
      while (!this.signal.aborted) {
        const rows: readonly Row[] = await this.store.db[table].where('uuid').above(last).limit(BATCH).toArray();
        for (const row of rows) this.put(table, row);
        if (rows.length < BATCH) break;
        last = rows.at(-1)!.uuid;
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    for (const table of TABLES) this.watch(table);
    this.ready = true;
    this.tell();
  }

  /** After a restore: whatever is gone leaves, everything else is read again. */
  private async fillAgain(): Promise<void> {
    for (const table of TABLES) {
      const alive = new Set(await this.store.db[table].toCollection().primaryKeys());
      for (const uuid of [...this.facts[table].keys()])
        if (!alive.has(uuid)) {
          this.facts[table].delete(uuid);
          this.search.remove(table, uuid);
        }
      delete this.ordered[table];
    }
    await this.fill();
  }

  private watch(table: Table): void {
    if (this.signal.aborted) return;
    this.watches[table]?.unsubscribe();
    const from = this.newest[table];
    const follow = liveQuery<readonly Row[]>(() => this.store.db[table].where('updatedAt').aboveOrEqual(from).toArray());
    const watching = follow.subscribe((rows) => {
      const news = rows.filter((row) => {
        const known = this.facts[table].get(row.uuid);
        return row.deletedAt === null ? known?.at !== row.updatedAt : known !== undefined;
      });
      for (const row of news) this.put(table, row);
      if (news.length > 0) this.tell();
      if (rows.length > FOLLOWED && this.newest[table] > from) setTimeout(() => this.watch(table));
    });
    this.watches[table] = watching;
    this.signal.addEventListener('abort', () => watching.unsubscribe(), { once: true });
  }
}

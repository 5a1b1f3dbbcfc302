import { liveQuery, type Subscription } from 'dexie';
import type { Mark, MarkKind } from '../../core/model/mark';
import type { Person } from '../../core/model/person';
import { countsOf } from '../../core/store/counters';
import { recentOperations } from '../../core/store/operations';
import { SearchIndex } from '../../core/store/search';
import type { Store } from '../../core/store/store';

export type Table = 'people' | 'marks';
/** How a list is ordered; with a search, `newest` is best first. */
export type Sort = 'newest' | 'oldest' | 'name' | 'site';
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
  readonly name: string;
  readonly site: string;
}

const factOf = (row: Person | Mark): Fact => {
  const at = row.updatedAt;
  return 'names' in row
    ? { at, kind: null, name: row.names[0] ?? '', site: row.site }
    : { at, kind: row.kind, name: row.author, site: row.site };
};

/** The order of facts; names as the language of the page has them. */
function comparing(sort: Sort): (a: Fact, b: Fact) => number {
  const later = (a: Fact, b: Fact) => b.at - a.at;
  if (sort === 'newest') return later;
  if (sort === 'oldest') return (a, b) => a.at - b.at;
  const names = new Intl.Collator(document.documentElement.lang || undefined);
  const byName = (a: Fact, b: Fact) => names.compare(a.name, b.name) || later(a, b);
  if (sort === 'name') return byName;
  return (a, b) => (a.site === b.site ? byName(a, b) : a.site < b.site ? -1 : 1);
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
  /** The other orders that were asked for, until the next change. */
  private readonly sorted: Record<Table, Map<Sort, readonly string[]>> = { people: new Map(), marks: new Map() };
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

  /** The uuids of a table, sorted, or those that the query finds; of marks only the kinds given. */
  list(table: Table, query: string, kinds: readonly MarkKind[] | null, sort: Sort = 'newest'): readonly string[] {
    const facts = this.facts[table];
    const found = query.trim() === '' ? this.inOrder(table, sort) : this.find(table, query, sort);
    return kinds === null ? found : found.filter((uuid) => kinds.includes(facts.get(uuid)?.kind ?? 'note'));
  }

  private find(table: Table, query: string, sort: Sort): readonly string[] {
    const found = this.search.find(query, { kinds: [table], limit: Number.POSITIVE_INFINITY }).hits.map((hit) => hit.uuid);
    if (sort === 'newest') return found;
    const compare = comparing(sort);
    const known = found.flatMap((uuid) => {
      const fact = this.facts[table].get(uuid);
      return fact ? [{ uuid, fact }] : [];
    });
    return known.sort((a, b) => compare(a.fact, b.fact)).map(({ uuid }) => uuid);
  }

  private inOrder(table: Table, sort: Sort): readonly string[] {
    const kept = sort === 'newest' ? this.ordered[table] : this.sorted[table].get(sort);
    if (kept) return kept;
    const compare = comparing(sort);
    const made = [...this.facts[table]].sort((a, b) => compare(a[1], b[1])).map(([uuid]) => uuid);
    if (sort === 'newest') this.ordered[table] = made;
    else this.sorted[table].set(sort, made);
    return made;
  }

  private put(table: Table, row: Person | Mark): void {
    this.search.put(table, row);
    this.sorted[table].clear();
    if (row.deletedAt !== null) this.facts[table].delete(row.uuid);
    else this.facts[table].set(row.uuid, factOf(row));
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
      const rows: readonly (Person | Mark)[] = await this.store.db[table].orderBy('updatedAt').reverse().limit(PEEKED).toArray();
      for (const row of rows) this.put(table, row);
    }
    this.begun = true;
    this.tell();
  }

  private async fill(): Promise<void> {
    for (const table of TABLES) {
      let last = '';
      while (!this.signal.aborted) {
        const rows: readonly (Person | Mark)[] = await this.store.db[table].where('uuid').above(last).limit(BATCH).toArray();
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
      this.sorted[table].clear();
    }
    await this.fill();
  }

  private watch(table: Table): void {
    if (this.signal.aborted) return;
    this.watches[table]?.unsubscribe();
    const from = this.newest[table];
    const follow = liveQuery<readonly (Person | Mark)[]>(() => this.store.db[table].where('updatedAt').aboveOrEqual(from).toArray());
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

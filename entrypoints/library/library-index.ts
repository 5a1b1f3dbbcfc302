import { liveQuery } from 'dexie';
import type { Mark, MarkKind } from '../../core/model/mark';
import type { Person } from '../../core/model/person';
import { BLOCK_SLOTS, type SearchBlock, SearchIndex } from '../../core/store/search';
import { newestNews, newsSince, readBlocks, readHead, writeBlocks } from '../../core/store/search-shelf';
import type { Store } from '../../core/store/store';
import { comparing, type Fact, factOf, type Sort } from './sort-facts';

export type Table = 'people' | 'marks';
const TABLES: readonly Table[] = ['people', 'marks'];
const BATCH = 2000; // rows read and folded between two breaths of the page
const PEEKED = 200;
const REST_MS = 3000; // after so much quiet the index is put away

interface Block {
  readonly search: SearchBlock;
  readonly facts: readonly (Fact | null)[];
}
const isTable = (name: string | undefined): name is Table => name === 'people' || name === 'marks';

/**
 * All people and marks by uuid, newest first, and their full-text index, kept in step with the database while the page is open.
 * It is taken up as it was last put away, and only what changed since is read: making it from 100,000 rows takes seconds. Rows themselves are
 * read as they come into view.
 */
export class LibraryIndex {
  private readonly facts: Record<Table, Map<string, Fact>> = { people: new Map(), marks: new Map() };
  private readonly search = new SearchIndex();
  private readonly listeners = new Set<() => void>();
  private ordered: Partial<Record<Table, readonly string[]>> = {};
  /** The other orders that were asked for, until the next change. */
  private readonly sorted: Record<Table, Map<Sort, readonly string[]>> = { people: new Map(), marks: new Map() };
  /** Number of the last news taken in. */
  private upTo = 0;
  /** Blocks that are not as they were put away. */
  private readonly stale = new Set<number>();
  /** Whose writing our slots come from; undefined: another library's, so ours are not put away. */
  private mark: string | null | undefined = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
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
    await this.peek();
    if (!(await this.take())) await this.fill();
    if (this.signal.aborted) return;
    await this.follow();
    this.ready = true;
    this.tell();
    this.rest();
    const watching = liveQuery(() => newsSince(this.store, this.upTo)).subscribe(() => void this.follow());
    this.signal.addEventListener(
      'abort',
      () => {
        watching.unsubscribe();
        clearTimeout(this.resting);
      },
      { once: true },
    );
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
    const before = this.search.slotOf(table, row.uuid);
    this.search.put(table, row);
    const slot = row.deletedAt === null ? this.search.slotOf(table, row.uuid) : before;
    if (slot >= 0) this.stale.add(Math.floor(slot / BLOCK_SLOTS));
    this.sorted[table].clear();
    const known = this.facts[table].get(row.uuid);
    if (row.deletedAt !== null) this.facts[table].delete(row.uuid);
    else this.facts[table].set(row.uuid, factOf(row));
    if (this.ready && known?.at === row.updatedAt && row.deletedAt === null) return;
    // Sorting 100,000 again for each change takes a tenth of a second; the newest simply goes to the front.
    const first = this.ready ? this.ordered[table]?.[0] : undefined;
    const isNewest = first !== undefined && row.updatedAt >= (this.facts[table].get(first)?.at ?? 0);
    const others = isNewest || row.deletedAt !== null ? this.ordered[table]?.filter((uuid) => uuid !== row.uuid) : undefined;
    if (others) this.ordered[table] = row.deletedAt === null ? [row.uuid, ...others] : others;
    else delete this.ordered[table];
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** The newest rows first, so that a large library shows its first screen at once. */
  private async peek(): Promise<void> {
    for (const table of TABLES) {
      const rows: readonly (Person | Mark)[] = await this.store.db[table].orderBy('updatedAt').reverse().limit(PEEKED).toArray();
      for (const row of rows) if (row.deletedAt === null) this.facts[table].set(row.uuid, factOf(row));
    }
    this.begun = true;
    this.tell();
  }

  /** Takes the index up as it was put away; false if there is none that can be. */
  private async take(): Promise<boolean> {
    const head = await readHead(this.store);
    if (!head) return false;
    const whole = await readBlocks(
      this.store,
      head,
      (value) => {
        const { search, facts } = value as Block;
        this.search.append(search);
        for (let i = 0; i < facts.length; i++) {
          const [kind, fact] = [search.kinds[i], facts[i]];
          if (fact && kind && isTable(kind)) this.facts[kind].set(search.uuids[i]!, fact);
        }
      },
      this.signal,
    );
    if (!whole) return false;
    this.upTo = head.upTo;
    this.mark = head.mark;
    for (const table of TABLES) delete this.ordered[table];
    return true;
  }

  /** Makes the index from the rows. */
  private async fill(): Promise<void> {
    this.search.clear();
    for (const table of TABLES) {
      this.facts[table].clear();
      this.sorted[table].clear();
      delete this.ordered[table];
    }
    this.stale.clear();
    this.mark = (await readHead(this.store))?.mark ?? null;
    this.upTo = await newestNews(this.store);
    for (const table of TABLES) {
      let last = '';
      while (!this.signal.aborted) {
        const rows: readonly (Person | Mark)[] = await this.store.db[table].where('uuid').above(last).limit(BATCH).toArray();
        for (const row of rows) if (row.deletedAt === null) this.put(table, row);
        if (rows.length < BATCH) break;
        last = rows.at(-1)!.uuid;
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
  }

  private following: Promise<void> | null = null;
  /** Takes in what changed; one after the other. */
  private follow(): Promise<void> {
    const next = (this.following ?? Promise.resolve()).then(() => this.takeNews());
    this.following = next.catch(() => undefined);
    return next;
  }

  private async takeNews(): Promise<void> {
    if (this.signal.aborted) return;
    const { keys, upTo } = await newsSince(this.store, this.upTo);
    if (upTo === this.upTo) return;
    if (keys === null) await this.fill();
    else {
      this.upTo = upTo;
      for (const table of TABLES) {
        const uuids = keys.flatMap((key) => (key.startsWith(`${table} `) ? [key.slice(table.length + 1)] : []));
        const rows: readonly (Person | Mark | undefined)[] = await this.store.db[table].bulkGet([...uuids]);
        // A row that was taken out altogether (an undone import) is gone like a deleted one.
        for (const [i, row] of rows.entries()) {
          if (row) this.put(table, row);
          else this.drop(table, uuids[i]!);
        }
      }
    }
    this.tell();
    this.rest();
  }

  private drop(table: Table, uuid: string): void {
    const slot = this.search.slotOf(table, uuid);
    if (slot >= 0) this.stale.add(Math.floor(slot / BLOCK_SLOTS));
    this.search.remove(table, uuid);
    this.facts[table].delete(uuid);
    this.sorted[table].clear();
    this.ordered[table] = this.ordered[table]?.filter((other) => other !== uuid) ?? [];
  }

  /** Puts the index away once it has been quiet. */
  private rest(): void {
    clearTimeout(this.resting);
    if (this.stale.size > 0) this.resting = setTimeout(() => void this.putAway(), REST_MS);
  }

  /** Writes the blocks that changed. Where another library has written meanwhile its writing stays. */
  async putAway(): Promise<void> {
    if (this.mark === undefined || this.store.readOnly) return;
    const numbers = [...this.stale];
    this.stale.clear();
    const blocks = new Map(
      numbers.map((number) => {
        const search = this.search.block(number);
        const facts = search.kinds.map((kind, i) => (kind && isTable(kind) ? (this.facts[kind].get(search.uuids[i]!) ?? null) : null));
        return [number, { search, facts } satisfies Block] as const;
      }),
    );
    const head = { upTo: this.upTo, blocks: Math.ceil(this.search.length / BLOCK_SLOTS) };
    const written = await writeBlocks(this.store, this.mark, head, blocks);
    this.mark = written.ok ? (written.value ?? undefined) : undefined;
  }
}

import { isObject } from '../model/check';
import type { Mark } from '../model/mark';
import type { Person } from '../model/person';
import { fillKind, type SearchBlock, SearchIndex } from './search';
import { newestNews, newsSince, readBlocks, readHead } from './search-shelf';
import type { Store } from './store';

/** Rules and threads are few and leave no news: they are read anew after this long. */
const FRESH_MS = 30_000;
const FOLLOWED = ['people', 'marks'] as const;
const READ = ['rules', 'visits'] as const;
const NEVER = new AbortController().signal;

/** Takes up what a library has put away; false if there is nothing, or not all of it. */
async function takeUp(store: Store, index: SearchIndex): Promise<number | null> {
  const head = await readHead(store);
  if (!head) return null;
  const take = (value: unknown): void => index.append((value as { readonly search: SearchBlock }).search);
  const whole = await readBlocks(store, head, (value) => isObject(value) && isObject(value.search) && take(value), NEVER);
  if (whole) return head.upTo;
  index.clear();
  return null;
}

/** Full-text search for a context that comes and goes: what a library has put away is taken up, and afterwards only what changed is read. */
export class KeptSearch {
  private index = new SearchIndex();
  /** Number of the last news taken in; null: nothing is in yet. */
  private upTo: number | null = null;
  private readAt = Number.NEGATIVE_INFINITY;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: Store) {}

  /** The index as of now. One call after the other; one that fails leaves the next to begin anew. */
  now(): Promise<SearchIndex> {
    const next = this.turn.then(() => this.bringUp());
    this.turn = next.catch(() => {
      this.upTo = null;
      this.readAt = Number.NEGATIVE_INFINITY;
    });
    return next;
  }

  private async bringUp(): Promise<SearchIndex> {
    if (this.upTo === null) await this.begin();
    const { keys, upTo } = await newsSince(this.store, this.upTo ?? 0);
    if (keys === null) await this.fill();
    else {
      this.upTo = upTo;
      await this.take(keys);
    }
    const at = this.store.env.now();
    if (Math.abs(at - this.readAt) <= FRESH_MS) return this.index;
    for (const kind of READ) await fillKind(this.store, this.index, kind, NEVER);
    this.readAt = at;
    return this.index;
  }

  private async begin(): Promise<void> {
    this.index = new SearchIndex();
    this.readAt = Number.NEGATIVE_INFINITY;
    this.upTo = await takeUp(this.store, this.index);
    if (this.upTo === null) await this.fill();
  }

  private async fill(): Promise<void> {
    this.index = new SearchIndex();
    this.readAt = Number.NEGATIVE_INFINITY;
    this.upTo = await newestNews(this.store);
    for (const kind of FOLLOWED) await fillKind(this.store, this.index, kind, NEVER);
  }

  private async take(keys: readonly string[]): Promise<void> {
    for (const kind of FOLLOWED) {
      const uuids = keys.flatMap((key) => (key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : []));
      if (uuids.length === 0) continue;
      const rows: readonly (Person | Mark | undefined)[] = await this.store.db[kind].bulkGet(uuids);
      for (const [i, row] of rows.entries()) {
        if (row) this.index.put(kind, row);
        else this.index.remove(kind, uuids[i]!);
      }
    }
  }
}

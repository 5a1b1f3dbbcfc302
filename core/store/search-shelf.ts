import { isObject } from '../model/check';
import type { Result } from '../model/result';
import { SEARCH_FORM } from './search';
import { cachingOf, type Store } from './store';
import { inOneTransaction } from './write';

/** What stands beside the blocks: how far they are, in which form, how many there are, and who wrote them last. */
export interface ShelfHead {
  readonly form: number;
  /** Number of the last news that the blocks contain. */
  readonly upTo: number;
  readonly blocks: number;
  /** Made anew at each writing: an index that was loaded from another writing has other slots and must not write over it. */
  readonly mark: string;
}

/** Another open library that follows the news later than we may need this many of those that the blocks contain already. */
const SPARE_NEWS = 1000;
/** So many news without a library that takes them up: making the index anew costs no more than going through them. */
const MAX_NEWS = 20_000;
const blockKey = (number: number): string => `block ${number}`;

/** Number of the newest news, 0 if there are none. */
export async function newestNews(store: Store): Promise<number> {
  return (await store.db.news.orderBy('n').last())?.n ?? (await readHead(store))?.upTo ?? 0;
}

/** The head of the blocks; null if there are none, or they are of another form. */
export async function readHead(store: Store): Promise<ShelfHead | null> {
  const value = (await store.db.blocks.get('head'))?.value;
  return isObject(value) && value.form === SEARCH_FORM ? (value as unknown as ShelfHead) : null;
}

/** Calls back with each block in order; false if one is missing. Stops with the signal. */
export async function readBlocks(
  store: Store,
  head: ShelfHead,
  take: (block: unknown, number: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  for (let number = 0; number < head.blocks; number++) {
    const row = await store.db.blocks.get(blockKey(number));
    if (!row || signal.aborted) return false;
    take(row.value, number);
  }
  return true;
}

/**
 * What changed after news `from`: keys as in `NewsRow`; null if that cannot be told one by one (an import, or news that were taken away
 * already), and all must be read again. `upTo` is where the next look begins.
 */
export async function newsSince(store: Store, from: number): Promise<{ readonly keys: readonly string[] | null; readonly upTo: number }> {
  const rows = await store.db.news.where('n').above(from).toArray();
  const upTo = rows.at(-1)?.n ?? from;
  const whole = rows.length === 0 || (rows[0]?.n === from + 1 && rows.every(({ keys }) => keys !== null));
  return { keys: whole ? [...new Set(rows.flatMap(({ keys }) => keys ?? []))] : null, upTo };
}

/**
 * Writes blocks and head and takes away the news that they contain, unless somebody else has written since `loaded` (the mark of the head that
 * one's own slots come from, null for none). Gives the new mark; null if it was not ours to write.
 */
export async function writeBlocks(
  lasting: Store,
  loaded: string | null,
  head: Omit<ShelfHead, 'form' | 'mark'>,
  blocks: ReadonlyMap<number, unknown>,
): Promise<Result<string | null>> {
  const store = cachingOf(lasting);
  return inOneTransaction(store, 'search.put', async () => {
    const now = await readHead(store);
    if ((now?.mark ?? null) !== loaded) return null;
    const mark = store.env.newId();
    if (loaded === null) await store.db.blocks.clear();
    await store.db.blocks.bulkPut([...blocks].map(([number, value]) => ({ key: blockKey(number), value })));
    await store.db.blocks.put({ key: 'head', value: { form: SEARCH_FORM, mark, ...head } satisfies ShelfHead });
    await store.db.news
      .where('n')
      .belowOrEqual(head.upTo - SPARE_NEWS)
      .delete();
    return mark;
  });
}

/** Where nobody opens the library, the news would grow for ever: then index and news go, and the next library makes the index anew. */
export async function pruneNews(lasting: Store, most = MAX_NEWS): Promise<Result<boolean>> {
  const store = cachingOf(lasting);
  return inOneTransaction(store, 'news.prune', async () => {
    const [first, last] = [await store.db.news.orderBy('n').first(), await store.db.news.orderBy('n').last()];
    if ((last?.n ?? 0) - (first?.n ?? 0) < most) return false;
    await store.db.blocks.clear();
    await store.db.news.where('n').below(last!.n!).delete();
    return true;
  });
}

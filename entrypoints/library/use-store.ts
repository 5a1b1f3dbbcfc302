import { liveQuery } from 'dexie';
import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Done } from '../../components/use-done';
import type { Mark, MarkKind } from '../../core/model/mark';
import type { StoredPerson } from '../../core/store/database';
import { undoOperation } from '../../core/store/operations';
import type { Store } from '../../core/store/store';
import type { LibraryIndex, Table } from './library-index';
import { RowReader } from './row-reader';
import type { Sort } from './sort-facts';

interface RowOf {
  readonly people: StoredPerson;
  readonly marks: Mark;
}

/** The open store and the toast of the page, for all views. */
export interface LibraryContext {
  readonly store: Store;
  readonly done: Done;
  readonly index: LibraryIndex;
}
const Context = createContext<LibraryContext | null>(null);
export const StoreProvider = Context.Provider;

/** The open store and the toast. Throws outside the library's frame. */
export function useLibrary(): LibraryContext {
  const context = useContext(Context);
  if (!context) throw new Error('useLibrary: must be used below StoreProvider');
  return context;
}

/** A query's answer, asked again whenever the rows it read change, in whatever tab. undefined while it is first read. */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({ next: setValue, error: () => setValue(undefined) });
    return () => subscription.unsubscribe();
  }, inputs);
  return value;
}

/** Rows read before they come into view, on each side: some six screens. */
const AHEAD = 100;

/** Reads the rows of a list as they come into view and shortly before; `onRange` is for the list. */
export function useRows<N extends Table>(table: N, uuids: readonly string[]) {
  const { store, index } = useLibrary();
  const reader = useMemo(
    () => new RowReader<RowOf[N]>((wanted) => store.db[table].bulkGet([...wanted]) as Promise<readonly (RowOf[N] | undefined)[]>),
    [store, table],
  );
  useEffect(() => index.onChange(() => reader.changed()), [index, reader]);
  const onRange = (first: number, last: number) => reader.want(uuids.slice(Math.max(0, first - AHEAD), last + AHEAD));
  return { reader, onRange };
}

/** One row of a reader; undefined while it is read, null if it is gone. */
export function useRow<T>(reader: RowReader<T>, uuid: string): T | null | undefined {
  const [, setTurn] = useState(0);
  useEffect(() => reader.watch(uuid, () => setTurn((before) => before + 1)), [reader, uuid]);
  return reader.get(uuid);
}

/** The uuids of a list, and again after each change; undefined until they are known: a plain list begins with the newest, a search and another order wait for every row. `kinds` must be the same array from call to call. */
export function useListed(table: Table, query: string, kinds: readonly MarkKind[] | null, sort: Sort): readonly string[] | undefined {
  const { index } = useLibrary();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const again = () => setTurn((before) => before + 1);
    const stop = index.onChange(again);
    // What came in between the first drawing and this moment was told to nobody.
    again();
    return stop;
  }, [index]);
  return useMemo(
    () => (index.ready || (index.begun && query === '' && sort === 'newest') ? index.list(table, query, kinds, sort) : undefined),
    [index, index.ready, turn, table, query, kinds, sort],
  );
}

/** Takes an operation back; true if it could be. */
export async function undoIn(store: Store, op: string): Promise<boolean> {
  const outcome = await undoOperation(store, op);
  return outcome.ok && outcome.value.undone;
}

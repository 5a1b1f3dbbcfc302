import { liveQuery } from 'dexie';
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Done } from '../../components/use-done';
import { undoOperation } from '../../core/store/operations';
import type { Store } from '../../core/store/store';

/** The open store and the toast of the page, for all views. */
export interface LibraryContext {
  readonly store: Store;
  readonly done: Done;
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

/** Takes an operation back; true if it could be. */
export async function undoIn(store: Store, op: string): Promise<boolean> {
  const outcome = await undoOperation(store, op);
  return outcome.ok && outcome.value.undone;
}

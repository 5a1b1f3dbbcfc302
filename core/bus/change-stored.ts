import { readStored, writeStored } from './bell';
import { inTurns } from './turns';

const inTurn = inTurns();

/**
 * Reads one key of storage.local, changes it and writes it back, one after the other in all contexts of the extension's own origin: two at
 * once would lose one. For the background and the extension's own pages; in a content script locks are the page's.
 */
export async function changeStored(key: string, change: (now: unknown) => unknown): Promise<void> {
  const run = async () => writeStored({ [key]: change((await readStored([key]))[key]) });
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  await (locks ? locks.request(`postil.stored.${key}`, run) : inTurn(run));
}

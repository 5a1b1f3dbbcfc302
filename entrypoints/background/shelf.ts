import { readStored, writeStored } from '../../core/bus/bell';
import { STORAGE } from '../../core/bus/protocol';
import { packShelf } from '../../core/model/shelf';
import { SITES } from '../../core/sites';

/** Puts the built-in adapters where pages read them, if they differ from what lies there (a new version came). */
export async function mirrorShelf(): Promise<void> {
  const shelf = packShelf(SITES);
  if ((await readStored([STORAGE.shelf]))[STORAGE.shelf] !== shelf) await writeStored({ [STORAGE.shelf]: shelf });
}

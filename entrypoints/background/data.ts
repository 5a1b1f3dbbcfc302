import { writeStored } from '../../core/bus/bell';
import type { Result } from '../../core/model/result';
import { openStore, type Store } from '../../core/store/store';

/** The store of this background, opened when it is first needed; a failure is tried again at the next need. */
export function storeOnDemand(): () => Promise<Result<Store>> {
  let opening: Promise<Result<Store>> | null = null;
  return () => {
    opening ??= openStore({ now: () => Date.now(), newId: () => crypto.randomUUID(), publish: writeStored }).then((opened) => {
      if (!opened.ok) opening = null;
      // Another page of ours upgrades or deletes the database: let go, and open anew at the next need.
      else
        opened.value.db.on('versionchange', () => {
          opening = null;
        });
      return opened;
    });
    return opening;
  };
}

import { browser } from 'wxt/browser';
import { writeStored } from '../../core/bus/bell';
import { isObject } from '../../core/model/check';
import type { Result } from '../../core/model/result';
import { openStore, type Store } from '../../core/store/store';
import { type HeldState, NOTHING_PRIVATE, type Private } from './private';

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

const PRIVATE = 'private';

/** Forgets what was done in private windows once the last of them is closed, as the browser itself does. */
export async function forgetPrivate(): Promise<void> {
  const windows = await browser.windows.getAll();
  if (!windows.some((one) => one.incognito)) await browser.storage.session.remove(PRIVATE);
}

/** What was done in private windows, in storage.session: memory of the browser, unreadable to content scripts, never on disk. */
export const heldInSession: HeldState = {
  async read() {
    const stored = (await browser.storage.session.get(PRIVATE))[PRIVATE];
    return isObject(stored) ? (stored as unknown as Private) : NOTHING_PRIVATE;
  },
  async write(state) {
    await browser.storage.session.set({ [PRIVATE]: state });
  },
};

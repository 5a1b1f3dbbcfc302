import { browser } from 'wxt/browser';
import { ask } from './call';
import { hearPrivate, isPrivate } from './private';
import { STORAGE } from './protocol';

/** New values by key; a key that was removed is null. */
export type Rung = Readonly<Record<string, unknown>>;

const PACK = STORAGE.pack('');

/** Reads keys of storage.local in one go. Absent keys are absent. In a private window a site's pack comes with what was done there. */
export async function readStored(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const stored = await browser.storage.local.get([...keys]);
  if (!isPrivate()) return stored;
  for (const key of keys.filter((name) => name.startsWith(PACK))) {
    const laid = await ask('private.pack', { site: key.slice(PACK.length) });
    if (laid.ok && laid.value.pack) stored[key] = laid.value.pack;
  }
  return stored;
}

/** Writes to storage.local: this is what rings the bell in every tab. `null` removes a key. In a private window nothing is written. */
export async function writeStored(items: Readonly<Record<string, unknown>>): Promise<void> {
  if (isPrivate()) return;
  const gone = Object.keys(items).filter((key) => items[key] === null);
  const kept = Object.fromEntries(Object.entries(items).filter(([, value]) => value !== null && value !== undefined));
  if (Object.keys(kept).length > 0) await browser.storage.local.set(kept);
  if (gone.length > 0) await browser.storage.local.remove(gone);
}

/** Calls back whenever one of the keys changes, with the changed ones among them. A key that ends with a colon stands for all that begin with it. Works while the worker sleeps. Stops with the signal. */
export function watchStored(keys: readonly string[], onChange: (rung: Rung) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const wanted = new Set(keys);
  const kinds = keys.filter((key) => key.endsWith(':'));
  const listener = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>, area: string): void => {
    if (area !== 'local') return;
    const rung = Object.entries(changes).filter(([key]) => wanted.has(key) || kinds.some((kind) => key.startsWith(kind)));
    if (rung.length > 0) onChange(Object.fromEntries(rung.map(([key, change]) => [key, change.newValue ?? null])));
  };
  browser.storage.onChanged.addListener(listener);
  const packs = keys.filter((key) => key.startsWith(PACK));
  if (packs.length > 0) hearPrivate(() => void readStored(packs).then((rung) => signal.aborted || onChange(rung)), signal);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}

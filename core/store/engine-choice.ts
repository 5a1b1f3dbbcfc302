import { type Check, checked, flag, nullable, shape, text } from '../model/check';
import { ok, type Result, refused } from '../model/result';
import { faultOf, STORE_FAULT, type Store } from './store';

/** Which optional engines are switched on, and the server with its key. */
export interface EngineChoice {
  readonly builtIn: boolean;
  /** null: none was ever described. `on` false keeps the description. */
  readonly server: { readonly on: boolean; readonly url: string; readonly model: string; readonly key: string } | null;
}

export const NO_ENGINES: EngineChoice = { builtIn: false, server: null };
const KEY = 'engines';
const CHECK: Check<EngineChoice> = shape({
  builtIn: flag,
  server: nullable(shape({ on: flag, url: text(2000), model: text(200), key: text(2000) })),
});

/** The choice as kept; everything off if none is or it is damaged. Never throws. */
export async function readEngines(store: Store): Promise<EngineChoice> {
  try {
    const kept = (await store.db.meta.get(KEY))?.value;
    const choice = checked(CHECK, typeof kept === 'string' ? JSON.parse(kept) : null);
    return choice.ok ? choice.value : NO_ENGINES;
  } catch {
    return NO_ENGINES;
  }
}

/**
 * Keeps the choice beside the rows: in the extension's own origin, where no content script reads (unlike storage.local), and in no backup,
 * export or snapshot, because of the key.
 */
export async function writeEngines(store: Store, choice: EngineChoice): Promise<Result<null>> {
  if (store.readOnly) return refused(STORE_FAULT.newer, KEY);
  try {
    await store.db.meta.put({ key: KEY, value: JSON.stringify(choice) });
    return ok(null);
  } catch (fault) {
    return faultOf(fault, KEY);
  }
}

/** Switches every engine off, what was described stays. Answers what was on before, to be kept again by an undo. */
export async function switchOffEngines(store: Store): Promise<EngineChoice> {
  const before = await readEngines(store);
  if (before.builtIn || before.server?.on)
    await writeEngines(store, { builtIn: false, server: before.server && { ...before.server, on: false } });
  return before;
}

import type { Result } from '../../core/model/result';
import { publishDirty } from '../../core/store/mirror';
import { pruneOperations } from '../../core/store/operations';
import { expireRules } from '../../core/store/rules';
import type { Store } from '../../core/store/store';
import { pruneVisits } from '../../core/store/visits';

const DAY_MS = 86_400_000;

/** Writes the mirrors that a killed worker left behind its commits. */
export async function repairMirrors(open: () => Promise<Result<Store>>): Promise<void> {
  const store = await open();
  if (store.ok) await publishDirty(store.value);
}

/** The daily work: expired rules leave the pages, old operations and visits leave the database. */
export async function keepHouse(open: () => Promise<Result<Store>>): Promise<void> {
  const store = await open();
  if (!store.ok || store.value.readOnly) return;
  await expireRules(store.value, store.value.env.now() - DAY_MS);
  await pruneOperations(store.value);
  await pruneVisits(store.value);
}

import { isObject } from '../model/check';

/** What one step takes and gives: the whole file as parsed. Pure. */
export type Step = (file: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * Steps of the backup format: `STEPS[0]` makes version 2 of version 1, and so on. A change of the format is: `BACKUP_VERSION` + 1, one step
 * here, one frozen example in tests/unit/store/frozen/, one assertion. The database's own steps stand in `database.ts` (`this.version(n)`).
 */
export const STEPS: readonly Step[] = [];

/** Takes a parsed file of an older version to the newest, step by step. `version` is the file's. */
export function migrated(file: unknown, version: number, steps: readonly Step[] = STEPS): unknown {
  if (!isObject(file)) return file;
  return steps
    .slice(version - 1)
    .reduce<Readonly<Record<string, unknown>>>((now, step, i) => ({ ...step(now), version: version + i + 1 }), file);
}

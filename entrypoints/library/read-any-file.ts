import { ok, type Result } from '../../core/model/result';
import type { RegexEngine } from '../../core/rules/engine';
import { type Backup, readBackup } from '../../core/store/backup';
import { revOf } from '../../core/store/clock';
import { readCsv } from '../../core/store/export-csv';
import { readJsonLd } from '../../core/store/export-jsonld';
import { draftsToBackup } from '../../core/store/imports/drafts-to-backup';
import { readImport } from '../../core/store/imports/read-import';
import { decodeFile, FILE_FAULT } from '../../core/store/json';
import type { Store } from '../../core/store/store';

/** A file as it may be restored. `foreign`: from another tool or an export, whose rows have no clocks of ours. */
export interface ReadFile {
  readonly name: string;
  readonly tool: string;
  readonly backup: Backup;
  readonly foreign: boolean;
  /** Fields and rows that were not understood. */
  readonly unknown: readonly string[];
}

/** Reads a file of any kind that is known: our backup, our CSV or JSON-LD, or another tool's, whose patterns must be such that `engine` can match them; `tell` puts why not into words. Refused with a reason and a place; nothing is written. */
export function readAnyFile(
  name: string,
  bytes: Uint8Array,
  store: Store,
  engine: RegexEngine,
  tell: (problem: string, at: number) => string,
): Result<ReadFile> {
  const text = decodeFile(bytes);
  if (!text.ok) return text;
  const own = readBackup(text.value);
  if (own.ok) return ok({ name, tool: 'Postil', backup: own.value, foreign: false, unknown: [] });
  if (own.problem !== FILE_FAULT.notOurs && own.problem !== FILE_FAULT.notJson) return own;
  const annotations = readJsonLd(text.value);
  if (annotations.ok) return ok({ name, tool: 'W3C Web Annotation', backup: annotations.value.backup, foreign: true, unknown: [] });
  const table = readCsv(text.value);
  if (table.ok) return ok({ name, tool: 'CSV', backup: table.value, foreign: true, unknown: [] });
  // What looks like our own table but is wrong must not be taken for a list of words.
  if (table.problem !== FILE_FAULT.notOurs && text.value.startsWith('\ufeffkind')) return table;
  const drafts = readImport(text.value, (source, flags) => {
    const made = engine.compile(source, flags);
    return made.ok ? null : tell(made.problem, Number(made.where) + 1);
  });
  if (!drafts.ok) return drafts;
  const now = store.env.now();
  const { backup, unknown } = draftsToBackup(drafts.value, now, revOf(now, 0, store.node), () => store.env.newId());
  return ok({ name, tool: drafts.value.tool, backup, foreign: true, unknown });
}

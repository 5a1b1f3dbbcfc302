import { type Check, checked, flag, integer, isObject, list, name, nullable, oneOf, record, shape, text } from '../model/check';
import { checkMark, checkPerson, checkRule, checkVisit, fields } from '../model/check-rows';
import type { Mark } from '../model/mark';
import type { Person } from '../model/person';
import { ok, type Result, refused } from '../model/result';
import type { Rule } from '../model/rule';
import type { Visit } from '../model/visit';
import { canonical } from './canonical';
import type { HitRow, ListRow } from './database';
import { FILE_FAULT, parseJson } from './json';
import { migrated } from './migrations';
import { plainPerson } from './names';
import type { Store } from './store';

/** Number of the newest file format. A reader takes older ones (see `migrations.ts`) and refuses newer ones. */
export const BACKUP_VERSION = 1;
const FORMAT = 'postil-backup';
/** Rows of one kind in a file: beyond what the size allows anyway, but named. */
const MAX_ROWS = 2_000_000;

/** Everything a person has, as plain data. `kept` holds what lives outside the database (settings, own adapters), by name. */
export interface Backup {
  readonly people: readonly Person[];
  readonly marks: readonly Mark[];
  readonly rules: readonly Rule[];
  readonly visits: readonly Visit[];
  readonly lists: readonly ListRow[];
  readonly hits: readonly HitRow[];
  readonly kept: Readonly<Record<string, unknown>>;
}

export const EMPTY_BACKUP: Backup = { people: [], marks: [], rules: [], visits: [], lists: [], hits: [], kept: {} };

export const checkListRow: Check<ListRow> = shape<ListRow>({
  uuid: fields.uuid,
  createdAt: fields.millis,
  updatedAt: fields.millis,
  deletedAt: nullable(fields.millis),
  rev: record(name(80), 64),
  url: name(8192),
  title: text(1000),
  etag: nullable(text(1000)),
  fetchedAt: nullable(fields.millis),
  enabled: flag,
  text: text(8_000_000),
  pending: nullable(text(8_000_000)),
});
export const checkHit: Check<HitRow> = shape<HitRow>({ uuid: fields.uuid, hits: integer(0), lastAt: fields.millis });
const checkBackup: Check<Backup> = shape<Backup>({
  people: list(checkPerson, MAX_ROWS),
  marks: list(checkMark, MAX_ROWS),
  rules: list(checkRule, MAX_ROWS),
  visits: list(checkVisit, MAX_ROWS),
  lists: list(checkListRow, MAX_ROWS),
  hits: list(checkHit, MAX_ROWS),
  kept: record((value) => value, 100),
});
const checkHead = shape<{ format: typeof FORMAT; version: number }>({ format: oneOf(FORMAT), version: integer(1) });

/** Rows that a stop or a progress bar waits for. */
const BATCH = 2000;

/** How long work tells how far it is and is stopped. */
export interface Progress {
  readonly signal?: AbortSignal;
  /** Called between batches; `of` may be an estimate. */
  onProgress?(done: number, of: number): void;
}
/** Thrown when the signal ends long work. */
export class Cancelled extends Error {}

/** Tells how far the work is and stops it if it was cancelled. */
export function report(progress: Progress, done: number, of: number): void {
  if (progress.signal?.aborted) throw new Cancelled('cancelled');
  progress.onProgress?.(done, of);
}

function lines(rows: readonly unknown[]): string {
  return rows.map((row) => canonical(row)).join(',\n');
}

/** One canonical file as pieces of text (for a Blob): a row a line, rows by uuid, keys in order, no time of making. Equal data, equal bytes. */
export function formatBackup(backup: Backup, progress: Progress = {}): readonly string[] {
  const byUuid = (a: { uuid: string }, b: { uuid: string }): number => (a.uuid < b.uuid ? -1 : a.uuid > b.uuid ? 1 : 0);
  const parts = [`{"format":"${FORMAT}","version":${BACKUP_VERSION},\n"kept":${canonical(backup.kept)}`];
  const tables = ['hits', 'lists', 'marks', 'people', 'rules', 'visits'] as const;
  const of = tables.reduce((sum, table) => sum + backup[table].length, 0);
  let done = 0;
  for (const table of tables) {
    const rows = [...(backup[table] as readonly { uuid: string }[])].sort(byUuid);
    parts.push(`,\n"${table}":[`);
    for (let i = 0; i < rows.length; i += BATCH) {
      parts.push(i === 0 ? '\n' : ',\n', lines(rows.slice(i, i + BATCH)));
      done += Math.min(BATCH, rows.length - i);
      report(progress, done, of);
    }
    parts.push(']');
  }
  return [...parts, '}\n'];
}

/** All rows as they stand in one reading transaction, tombstones among them. */
export async function readAll(store: Store, kept: Readonly<Record<string, unknown>> = {}): Promise<Backup> {
  const { db } = store;
  return db.transaction('r', [db.people, db.marks, db.rules, db.visits, db.lists, db.hits], async () => ({
    people: (await db.people.toArray()).map(plainPerson),
    marks: await db.marks.toArray(),
    rules: await db.rules.toArray(),
    visits: await db.visits.toArray(),
    lists: await db.lists.toArray(),
    hits: await db.hits.toArray(),
    kept,
  }));
}

/** A backup of everything. `kept`: what lives outside the database and is to go along (`{settings, adapters}`). */
export async function makeBackup(
  store: Store,
  kept: Readonly<Record<string, unknown>>,
  progress: Progress = {},
): Promise<Result<readonly string[]>> {
  try {
    return ok(formatBackup(await readAll(store, kept), progress));
  } catch (fault) {
    if (fault instanceof Cancelled) return refused('fault.cancelled', 'backup');
    throw fault;
  }
}

/** Reads a backup file. The whole file is good, or it is refused with the path of the first offender; a newer file is refused by its number. */
export function readBackup(file: string): Result<Backup> {
  const parsed = parseJson(file);
  if (!parsed.ok) return parsed;
  if (!isObject(parsed.value) || parsed.value.format !== FORMAT) return refused(FILE_FAULT.notOurs, 'format');
  const head = checked(checkHead, parsed.value);
  if (!head.ok) return refused(FILE_FAULT.wrong, `${head.where}: ${head.problem}`);
  if (head.value.version > BACKUP_VERSION) return refused(FILE_FAULT.newer, String(head.value.version));
  const body = checked(checkBackup, migrated(parsed.value, head.value.version));
  return body.ok ? body : refused(FILE_FAULT.wrong, `${body.where}: ${body.problem}`);
}

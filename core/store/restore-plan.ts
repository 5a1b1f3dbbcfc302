import type { Mark } from '../model/mark';
import type { Person } from '../model/person';
import type { Rev, Row } from '../model/row';
import type { Rule } from '../model/rule';
import { canonical, same } from './canonical';
import { partsOf } from './clock';
import { type ListRow, type Rows, type StoredPerson, TABLES, type TableName } from './database';
import { contentOf, mergeRows, stamped } from './merge';
import { withNameKeys } from './names';
import { choosePerson } from './people';
import { unite } from './unite';

/** For one row that both sides have and that differs. */
export type Choice = 'keep' | 'take' | 'merge';
/** `merge` adds to what is there; `replace` makes the data be the file's. */
export type RestoreMode = 'merge' | 'replace';

/** All user rows of one side. */
export type AllRows = { readonly [N in TableName]: readonly Rows[N][] };

export interface RestoreOptions {
  readonly mode: RestoreMode;
  /** For conflicts that are not in `choices`. */
  readonly otherwise: Choice;
  /** By `<table> <my uuid>`. */
  readonly choices: ReadonlyMap<string, Choice>;
  /** Rows come from another tool: "merge" unites both sides instead of asking the clocks, which foreign rows do not have. */
  readonly foreign: boolean;
}

/** One row that both sides have and that differs, with what "merge" would make of it. */
export interface Conflict {
  readonly id: string;
  readonly table: TableName;
  readonly mine: Row;
  readonly theirs: Row;
  readonly merged: Row;
  readonly fields: readonly string[];
}
export interface Change<N extends TableName> {
  readonly before: Rows[N] | null;
  readonly row: Rows[N] | null;
}
export interface Counted {
  /** Rows that are new here. */
  readonly add: number;
  readonly same: number;
  readonly differ: number;
  /** Rows of mine that "replace" takes out. */
  readonly drop: number;
}
/** What a restore would do. Nothing was written yet. */
export interface RestorePlan {
  readonly counts: Readonly<Record<TableName, Counted>>;
  readonly conflicts: readonly Conflict[];
  readonly changes: { readonly [N in TableName]: readonly Change<N>[] };
}

/** A stamp from a clock more than a day ahead would win over every later change: it counts as made now. */
const AHEAD_MS = 86_400_000;
const SINGLE = new Set(['hide', 'allow', 'bookmark']);

const markKey = (mark: Mark): string =>
  canonical([
    mark.site,
    mark.threadKey,
    mark.commentKey,
    mark.kind,
    ...(SINGLE.has(mark.kind) ? [] : [mark.note, mark.selectors, mark.createdAt]),
  ]);
const ruleKey = (rule: Rule): string => canonical([rule.when, rule.action, rule.scope]);

/**
 * Finds my row that another row means: by uuid, else a living row that stands for the same. A tombstone means the row of its uuid only,
 * or a deletion elsewhere would take a row along that merely looks alike.
 */
export function finderOf(mine: AllRows): <N extends TableName>(name: N, theirs: Rows[N]) => Rows[N] | null {
  const byUuid = new Map<string, Row>();
  for (const name of TABLES) for (const row of mine[name]) byUuid.set(`${name} ${row.uuid}`, row);
  const groups = new Map<string, Row[]>();
  const put = (key: string, row: Row): void => {
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  };
  for (const person of mine.people) {
    if (person.id !== null) put(`id ${person.site} ${person.id}`, person);
    for (const key of person.nameKeys) put(`name ${key}`, person);
  }
  for (const mark of mine.marks) put(`mark ${markKey(mark)}`, mark);
  for (const rule of mine.rules) put(`rule ${ruleKey(rule)}`, rule);
  for (const list of mine.lists) put(`list ${list.url}`, list);
  const first = (key: string): Row | null => {
    return groups.get(key)?.find((row) => row.deletedAt === null) ?? null;
  };
  const similar: { readonly [N in TableName]: (row: Rows[N]) => Row | null } = {
    people: (row) => {
      const byId = (groups.get(`id ${row.site} ${row.id}`) ?? []) as StoredPerson[];
      const byName = row.nameKeys.flatMap((key) => (groups.get(`name ${key}`) ?? []) as StoredPerson[]);
      return choosePerson<Person>(byId, byName, { site: row.site, id: row.id, name: row.names[0] ?? '' });
    },
    marks: (row) => first(`mark ${markKey(row)}`),
    rules: (row) => first(`rule ${ruleKey(row)}`),
    // A visit's uuid follows from its thread.
    visits: () => null,
    lists: (row: ListRow) => first(`list ${row.url}`),
  };
  return (name, theirs) => {
    const known = byUuid.get(`${name} ${theirs.uuid}`) ?? (theirs.deletedAt === null ? similar[name](theirs) : null);
    return known as Rows[typeof name] | null;
  };
}

/** The row with stamps from the future put back to `rev`. */
function sane<T extends Row>(row: T, rev: Rev, now: number): T {
  const limit = now + AHEAD_MS;
  const ahead = Object.keys(row.rev).filter((field) => (partsOf(row.rev[field]!)?.millis ?? 0) > limit);
  return ahead.length === 0 ? row : { ...row, rev: { ...row.rev, ...Object.fromEntries(ahead.map((field) => [field, rev])) } };
}

const differing = (a: Row, b: Row): readonly string[] => {
  const [x, y] = [a as unknown as Readonly<Record<string, unknown>>, b as unknown as Readonly<Record<string, unknown>>];
  return [...new Set([...contentOf(a), ...contentOf(b)])].filter((field) => !same(x[field] ?? null, y[field] ?? null));
};
const keyed = <N extends TableName>(name: N, row: Rows[N]): Rows[N] =>
  name === 'people' ? (withNameKeys(row as StoredPerson) as Rows[N]) : row;

/** Plans a restore of `theirs` onto `mine`: pure. `rev` stamps what is taken against the clocks; `now` tells stamps from the future. */
export function planRestore(mine: AllRows, theirs: AllRows, options: RestoreOptions, rev: Rev, now: number): RestorePlan {
  const find = finderOf(mine);
  const conflicts: Conflict[] = [];
  const one = <N extends TableName>(name: N): { counts: Counted; changes: Change<N>[] } => {
    const counts = { add: 0, same: 0, differ: 0, drop: 0 };
    const changes = new Map<string, Change<N>>();
    const met = new Set<string>();
    const added = new Map<string, Rows[N]>();
    const theirUuids = new Set(theirs[name].map((row) => row.uuid));
    for (const raw of theirs[name]) {
      const row = keyed(name, sane<Row>(raw, rev, now) as Rows[N]);
      const found = find(name, row);
      // A row of mine that the file has under its own uuid is that one, however alike another is; and "replace" gives each of theirs a row.
      const taken =
        found !== null && found.uuid !== row.uuid && (theirUuids.has(found.uuid) || (options.mode === 'replace' && met.has(found.uuid)));
      const before = taken ? null : found;
      if (before === null) {
        const twin = added.get(row.uuid);
        const next = twin ? keyed(name, mergeRows<Row>(twin, row) as Rows[N]) : row;
        if (!twin && row.deletedAt === null) counts.add++;
        added.set(next.uuid, next);
        changes.set(next.uuid, { before: null, row: next });
        continue;
      }
      const again = met.has(before.uuid);
      met.add(before.uuid);
      const other = { ...row, uuid: before.uuid } as Rows[N];
      const base = changes.get(before.uuid)?.row ?? before;
      const fields = differing(base, other);
      if (fields.length === 0) {
        if (!again) counts.same++;
        const next = options.mode === 'replace' ? row : (mergeRows<Row>(base, other) as Rows[N]);
        if (!options.foreign && !same(next, base)) changes.set(before.uuid, { before, row: keyed(name, next) });
        continue;
      }
      if (!again) counts.differ++;
      const merged = options.foreign ? stamped<Row>(base, unite(name, base, other), rev, now) : mergeRows<Row>(base, other);
      const id = `${name} ${before.uuid}`;
      conflicts.push({ id, table: name, mine: before, theirs: row, merged, fields });
      const choice = options.mode === 'replace' ? 'replace' : (options.choices.get(id) ?? options.otherwise);
      if (choice === 'keep') continue;
      const theirOwn = { ...other, createdAt: Math.min(base.createdAt, other.createdAt) } as Row;
      const next = choice === 'merge' ? merged : choice === 'take' ? stamped<Row>(base, { ...theirOwn, rev: base.rev }, rev, now) : row;
      if (!same(next, base)) changes.set(before.uuid, { before, row: keyed(name, next as Rows[N]) });
    }
    if (options.mode === 'replace') replaceRest(mine[name], met, changes, counts);
    return { counts, changes: [...changes.values()] };
  };
  const done = { people: one('people'), marks: one('marks'), rules: one('rules'), visits: one('visits'), lists: one('lists') };
  return {
    counts: Object.fromEntries(TABLES.map((name) => [name, done[name].counts])) as Record<TableName, Counted>,
    conflicts,
    changes: {
      people: done.people.changes,
      marks: done.marks.changes,
      rules: done.rules.changes,
      visits: done.visits.changes,
      lists: done.lists.changes,
    },
  };
}

/** "Replace" takes my other rows out, and a row of mine that goes on under the file's uuid is taken out under its old one. */
function replaceRest<N extends TableName>(
  mine: readonly Rows[N][],
  met: ReadonlySet<string>,
  changes: Map<string, Change<N>>,
  counts: { drop: number },
): void {
  for (const before of mine) {
    const change = changes.get(before.uuid);
    if (change?.row && change.before && change.row.uuid !== before.uuid) {
      changes.set(before.uuid, { before, row: null });
      changes.set(`${change.row.uuid} new`, { before: null, row: change.row });
    } else if (!met.has(before.uuid)) {
      if (before.deletedAt === null) counts.drop++;
      changes.set(before.uuid, { before, row: null });
    }
  }
}

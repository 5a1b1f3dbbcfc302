import type { Result } from '../model/result';
import type { StoredPerson } from './database';
import { kinOfSite } from './kin';
import type { Store } from './store';
import { Refusal, write } from './write';

/** Takes the group from rows, and from whoever would be left alone in it. */
async function leave(store: Store, rows: readonly StoredPerson[]): Promise<readonly { before: StoredPerson; row: StoredPerson }[]> {
  const gone = new Set(rows.map((row) => row.uuid));
  const kin = await kinOfSite(store, rows);
  const alone = [...kin.values()].flatMap((group) => {
    const left = group.filter((person) => !gone.has(person.uuid) && person.deletedAt === null);
    return left.length === 1 ? left : [];
  });
  return [...rows, ...alone].map((before) => ({ before, row: { ...before, group: null } }));
}

/**
 * Links accounts as "the same person": they, and whoever is linked with any of them, become one group. Their rows stay apart; what is known
 * of one is shown at all of them. Refused for fewer than two living ones. Idempotent by the operation id; can be undone.
 */
export async function linkPeople(store: Store, op: string, uuids: readonly string[]): Promise<Result<{ readonly op: string }>> {
  const done = await write(store, { op, what: 'done.person.link', values: { count: uuids.length } }, async (writer) => {
    const chosen = (await store.db.people.bulkGet([...new Set(uuids)])).flatMap((row) => (row && row.deletedAt === null ? [row] : []));
    if (chosen.length < 2) throw new Refusal('fault.person.alone', '');
    const kin = await kinOfSite(store, chosen);
    const group = [...kin.keys()].sort()[0] ?? store.env.newId();
    const all = new Map([...chosen, ...[...kin.values()].flat()].filter((row) => row.deletedAt === null).map((row) => [row.uuid, row]));
    for (const row of all.values()) await writer.put('people', row, { ...row, group });
    return group;
  });
  return done.ok ? { ok: true, value: { op } } : done;
}

/** Takes accounts out of their group; the last one left is alone again. Can be undone. */
export async function unlinkPeople(store: Store, op: string, uuids: readonly string[]): Promise<Result<{ readonly op: string }>> {
  const done = await write(store, { op, what: 'done.person.unlink', values: { count: uuids.length } }, async (writer) => {
    const rows = (await store.db.people.bulkGet([...uuids])).flatMap((row) => (row && row.group !== null ? [row] : []));
    for (const { before, row } of await leave(store, rows)) await writer.put('people', before, row);
    return null;
  });
  return done.ok ? { ok: true, value: { op } } : done;
}

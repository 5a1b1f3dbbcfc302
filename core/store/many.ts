import type { Colour, Label, Person } from '../model/person';
import type { Result } from '../model/result';
import type { Row } from '../model/row';
import type { Rows, TableName } from './database';
import { stamped } from './merge';
import type { Store } from './store';
import { type Named, tableOf, type Writer, write } from './write';

/** Labels a person can bear. */
const MAX_LABELS = 50;

/** Changes living rows of one table within a running transaction, in one request however many they are. Gives how many changed. */
async function changeRows<N extends TableName>(
  writer: Writer,
  name: N,
  uuids: readonly string[],
  change: (row: Rows[N]) => Rows[N],
): Promise<number> {
  const rows = await tableOf(writer.store, name).bulkGet([...new Set(uuids)]);
  const changes = rows.flatMap((before) => {
    if (!before || before.deletedAt !== null) return [];
    const row = stamped<Row>(before, change(before), writer.rev, writer.at) as Rows[N];
    return row === before ? [] : [{ before, row }];
  });
  await writer.putMany(name, changes);
  return changes.length;
}

async function changeMany<N extends TableName>(
  store: Store,
  named: Named,
  name: N,
  uuids: readonly string[],
  change: (row: Rows[N], at: number) => Rows[N],
): Promise<Result<{ readonly op: string }>> {
  const done = await write(store, named, async (writer) => String(await changeRows(writer, name, uuids, (row) => change(row, writer.at))));
  return done.ok ? { ok: true, value: { op: named.op } } : done;
}

/** Deletes people by uuid (tombstones). One operation, one undo. */
export const removePeople = (store: Store, op: string, uuids: readonly string[]) =>
  changeMany(store, { op, what: 'done.person.remove', values: { count: uuids.length } }, 'people', uuids, (row, at) => ({
    ...row,
    deletedAt: at,
  }));

/** A person's labels with one more; the colour of one of that text changes. Full lists stay as they are. */
export function withLabel({ labels }: Pick<Person, 'labels'>, label: Label): readonly Label[] {
  const others = labels.filter(({ text }) => text !== label.text);
  return others.length >= MAX_LABELS ? labels : [...others, label];
}

/** Gives many people a label. One operation, one undo. */
export const labelPeople = (store: Store, op: string, uuids: readonly string[], label: Label) =>
  changeMany(store, { op, what: 'done.people.label', values: { count: uuids.length, label: label.text } }, 'people', uuids, (row) => ({
    ...row,
    labels: withLabel(row, label),
  }));

/** Takes a label from many people. One operation, one undo. */
export const unlabelPeople = (store: Store, op: string, uuids: readonly string[], text: string) =>
  changeMany(store, { op, what: 'done.people.unlabel', values: { count: uuids.length, label: text } }, 'people', uuids, (row) => ({
    ...row,
    labels: row.labels.filter((label) => label.text !== text),
  }));

/** Gives many notes and highlights a colour. One operation, one undo. */
export const colourMarks = (store: Store, op: string, uuids: readonly string[], colour: Colour) =>
  changeMany(store, { op, what: 'done.marks.colour', values: { count: uuids.length } }, 'marks', uuids, (row) => ({ ...row, colour }));

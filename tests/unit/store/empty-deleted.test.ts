import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../core/model/person';
import { wordRule } from '../../../core/model/word-rule';
import { formatBackup, readAll, readBackup } from '../../../core/store/backup';
import { canonical } from '../../../core/store/canonical';
import { EMPTIED_MS, emptied, emptyDeleted } from '../../../core/store/empty-deleted';
import { removePeople } from '../../../core/store/many';
import { putMark, removeMarks } from '../../../core/store/marks';
import { mergeRows } from '../../../core/store/merge';
import { withNameKeys } from '../../../core/store/names';
import { undoOperation } from '../../../core/store/operations';
import { changePerson, findPerson } from '../../../core/store/people';
import { MERGE_ALL, restore } from '../../../core/store/restore';
import { putRule, removeRules } from '../../../core/store/rules';
import { anyPerson } from '../../support/rows';
import { testStore } from '../../support/store';

const SECRET = 'nobody may read this';
const ref = { site: 'forum.example', id: '7', name: 'Ada' };
const on = { site: 'forum.example', threadKey: 'forum.example/t/1', commentKey: 'c1', url: 'https://forum.example/t/1' };

/** A store in which one person, one mark and one rule were made and deleted, and a backup from before the deletion. */
async function deleted() {
  const t = await testStore();
  await changePerson(t.store, 'p', ref, { note: SECRET });
  await putMark(t.store, 'm', { kind: 'note', on: { ...on, title: SECRET, author: 'Ada', authorId: null, text: SECRET }, note: SECRET });
  await putRule(t.store, 'r', null, wordRule([SECRET]));
  const backup = formatBackup(await readAll(t.store)).join('');
  t.time += 1000;
  const uuids = async (name: 'people' | 'marks' | 'rules') => (await t.store.db.table(name).toArray()).map(({ uuid }) => uuid as string);
  await removePeople(t.store, 'p-', await uuids('people'));
  await removeMarks(t.store, 'm-', await uuids('marks'));
  await removeRules(t.store, 'r-', await uuids('rules'));
  return Object.assign(t, { backup });
}
const disk = async (t: Awaited<ReturnType<typeof deleted>>) =>
  (await Promise.all(t.store.db.tables.map(async (table) => JSON.stringify(await table.toArray())))).join('\n');

describe('what was deleted', () => {
  test('can be undone for 30 days', async () => {
    const t = await deleted();
    t.time += EMPTIED_MS;
    expect(await emptyDeleted(t.store)).toEqual({ ok: true, value: 0 });
    expect(await undoOperation(t.store, 'p-')).toEqual({ ok: true, value: { undone: true } });
    expect(await findPerson(t.store, ref)).toMatchObject({ note: SECRET });
  });

  test('leaves nothing of itself after that, and cannot be brought back half', async () => {
    const t = await deleted();
    expect(await disk(t)).toContain(SECRET);
    t.time += EMPTIED_MS + 1;
    expect(await emptyDeleted(t.store)).toEqual({ ok: true, value: 3 });
    expect(await disk(t)).not.toContain(SECRET);
    expect(await disk(t)).not.toContain('Ada');
    expect(await undoOperation(t.store, 'p-')).toEqual({ ok: true, value: { undone: false } });
    expect(await emptyDeleted(t.store)).toEqual({ ok: true, value: 0 });
  });

  test('stays deleted when an older backup is merged in', async () => {
    const t = await deleted();
    t.time += EMPTIED_MS + 1;
    await emptyDeleted(t.store);
    const read = readBackup(t.backup);
    if (!read.ok) throw new Error(read.problem);
    expect(await restore(t.store, 'restore', read.value, MERGE_ALL)).toMatchObject({ ok: true });
    for (const name of ['people', 'marks', 'rules'] as const)
      for (const row of await t.store.db.table(name).toArray()) expect(row.deletedAt).not.toBeNull();
  });

  test('goes through a backup and back', async () => {
    const t = await deleted();
    t.time += EMPTIED_MS + 1;
    await emptyDeleted(t.store);
    const text = formatBackup(await readAll(t.store)).join('');
    const read = readBackup(text);
    expect(read.ok && formatBackup(read.value).join('')).toBe(text);
  });

  test('what lives, and what was deleted lately, is left as it is', async () => {
    const t = await testStore();
    await changePerson(t.store, 'p', ref, { note: 'lives' });
    const before = await disk(Object.assign(t, { backup: '' }));
    t.time += EMPTIED_MS * 2;
    await t.store.db.operations.clear();
    await emptyDeleted(t.store);
    expect((await t.store.db.people.toArray())[0]).toMatchObject({ note: 'lives', deletedAt: null });
    expect(before).toContain('lives');
  });
});

describe('merging with an emptied row', () => {
  const people = (n: number) =>
    fc.array(anyPerson, { minLength: n, maxLength: n }).map((rows) => rows.map((row) => ({ ...row, uuid: 'u' })));
  const empty = (row: Person): Person => (row.deletedAt === null ? row : emptied('people', withNameKeys(row)));
  const plain = (row: Person) => canonical({ ...row, nameKeys: null });

  test('is deleted or lives as with the whole row', () => {
    const agrees = fc.property(people(2), ([a, b]) => {
      expect(mergeRows(empty(a!), b!).deletedAt).toBe(mergeRows(a!, b!).deletedAt);
    });
    fc.assert(agrees);
  });
  test('is commutative, associative and idempotent as ever', () => {
    const holds = fc.property(people(3), (rows) => {
      const [a, b, c] = rows.map(empty) as [Person, Person, Person];
      expect(plain(mergeRows(a, b))).toBe(plain(mergeRows(b, a)));
      expect(plain(mergeRows(mergeRows(a, b), c))).toBe(plain(mergeRows(a, mergeRows(b, c))));
      expect(plain(mergeRows(a, a))).toBe(plain(a));
    });
    fc.assert(holds);
  });
});

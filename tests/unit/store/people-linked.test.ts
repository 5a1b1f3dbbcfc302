import { describe, expect, test } from 'vitest';
import type { SitePack } from '../../../core/model/pack';
import { linkedWith } from '../../../core/store/kin';
import { linkPeople, unlinkPeople } from '../../../core/store/link-people';
import { labelPeople, removePeople, unlabelPeople } from '../../../core/store/many';
import { undoOperation } from '../../../core/store/operations';
import { changePerson, findPerson, seePeople } from '../../../core/store/people';
import { type TestStore, testStore } from '../../support/store';

const A = { site: 'a.example', id: '1', name: 'Ada' };
const B = { site: 'b.example', id: null, name: 'lovelace' };
const C = { site: 'c.example', id: '9', name: 'Ada' };
const pack = (t: TestStore, site: string) => t.published.get(`pack:${site}`) as SitePack;

async function three(): Promise<{ t: TestStore; a: string; b: string; c: string }> {
  const t = await testStore();
  await changePerson(t.store, 'a', A, { labels: [{ text: 'kind', colour: 'green' }], note: 'met in May' });
  await changePerson(t.store, 'b', B, { action: 'highlight' });
  await changePerson(t.store, 'c', C, { labels: [{ text: 'loud', colour: 'red' }] });
  const uuid = async (who: typeof A | typeof B) => (await findPerson(t.store, who))!.uuid;
  return { t, a: await uuid(A), b: await uuid(B), c: await uuid(C) };
}

describe('accounts linked by hand are one person', () => {
  test('what is known of one is shown at the other, on its own site; a namesake is nobody’s kin', async () => {
    const { t, a, b, c } = await three();
    expect(await linkPeople(t.store, 'link', [a, b])).toMatchObject({ ok: true });
    expect(pack(t, 'b.example').names.lovelace).toEqual({
      u: b,
      n: 'lovelace',
      l: [{ text: 'kind', colour: 'green' }],
      a: 'highlight',
      o: 1,
    });
    expect(pack(t, 'a.example').ids['#1']).toMatchObject({ u: a, a: 'highlight', l: [{ text: 'kind', colour: 'green' }] });
    expect(pack(t, 'c.example').ids['#9']).toEqual({ u: c, n: 'Ada', l: [{ text: 'loud', colour: 'red' }] });
    expect(await findPerson(t.store, B)).toMatchObject({ labels: [], note: '' });
  });

  test('a change of one reaches the pages of the other', async () => {
    const { t, a, b } = await three();
    await linkPeople(t.store, 'link', [a, b]);
    await changePerson(t.store, 'more', A, { labels: [{ text: 'kinder', colour: 'teal' }] });
    expect(pack(t, 'b.example').names.lovelace?.l).toEqual([{ text: 'kinder', colour: 'teal' }]);
  });

  test('linking with one of a group links with all; undo and unlinking take it back', async () => {
    const { t, a, b, c } = await three();
    await linkPeople(t.store, 'one', [a, b]);
    await linkPeople(t.store, 'two', [b, c]);
    expect((await linkedWith(t.store, (await findPerson(t.store, A))!)).map(({ uuid }) => uuid)).toEqual([b, c]);
    await undoOperation(t.store, 'two');
    expect((await findPerson(t.store, C))?.group).toBeNull();
    expect(pack(t, 'c.example').ids['#9']?.l).toHaveLength(1);
    await unlinkPeople(t.store, 'off', [a]);
    // Nobody stays in a group alone.
    expect((await findPerson(t.store, B))?.group).toBeNull();
    expect(pack(t, 'b.example').names.lovelace).toEqual({ u: b, n: 'lovelace', a: 'highlight' });
  });

  test('one alone cannot be linked, nor one that is gone', async () => {
    const { t, a, b } = await three();
    expect(await linkPeople(t.store, 'x', [a, a])).toMatchObject({ ok: false, problem: 'fault.person.alone' });
    await removePeople(t.store, 'gone', [b]);
    expect(await linkPeople(t.store, 'y', [a, b])).toMatchObject({ ok: false, problem: 'fault.person.alone' });
  });

  test('a name made to look like a linked one inherits nothing', async () => {
    const { t, a, b } = await three();
    await linkPeople(t.store, 'link', [a, b]);
    expect(await findPerson(t.store, { ...B, name: 'lovelace\u200b' })).toBeNull();
  });
});

describe('many at once', () => {
  test('a label for all, from all, and everyone deleted: one undo each', async () => {
    const { t, a, b, c } = await three();
    const labels = async () => [A, B, C].map(async (who) => (await findPerson(t.store, who))?.labels.map(({ text }) => text));
    await labelPeople(t.store, 'l', [a, b, c], { text: 'seen', colour: 'blue' });
    expect(await Promise.all(await labels())).toEqual([['kind', 'seen'], ['seen'], ['loud', 'seen']]);
    await unlabelPeople(t.store, 'u', [a, b, c], 'seen');
    expect(await Promise.all(await labels())).toEqual([['kind'], [], ['loud']]);
    await undoOperation(t.store, 'u');
    expect(await Promise.all(await labels())).toEqual([['kind', 'seen'], ['seen'], ['loud', 'seen']]);
    await removePeople(t.store, 'r', [a, b, c]);
    expect(await findPerson(t.store, A)).toBeNull();
    await undoOperation(t.store, 'r');
    expect(await Promise.all(await labels())).toEqual([['kind', 'seen'], ['seen'], ['loud', 'seen']]);
  });
});

describe('people who are seen', () => {
  const HOUR = 3_600_000;
  test('last seen moves on, but not as a change of theirs, and no page is rung for it', async () => {
    const { t } = await three();
    const before = (await findPerson(t.store, A))!;
    t.published.clear();
    t.time += 2 * HOUR;
    expect(await seePeople(t.store, [A, { ...A, id: '2', name: 'nobody' }])).toEqual({ ok: true, value: 1 });
    expect(await findPerson(t.store, A)).toMatchObject({ lastSeenAt: t.time, updatedAt: before.updatedAt });
    expect([...t.published.keys()]).toEqual([]);
    expect(await seePeople(t.store, [A])).toEqual({ ok: true, value: 0 });
  });

  test('a new name of a known id is a rename, at once', async () => {
    const { t } = await three();
    await seePeople(t.store, [{ ...A, name: 'Countess' }]);
    expect((await findPerson(t.store, A))?.names).toEqual(['Countess', 'Ada']);
    expect(pack(t, 'a.example').names.countess?.l).toHaveLength(1);
    // Shown under both names in turn, they are not renamed at each visit.
    expect(await seePeople(t.store, [A])).toEqual({ ok: true, value: 0 });
    expect((await findPerson(t.store, A))?.names[0]).toBe('Countess');
  });
});

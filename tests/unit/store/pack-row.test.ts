import { describe, expect, test } from 'vitest';
import type { PackedPerson, SitePack } from '../../../core/model/pack';
import { keptPack, packOfRow, peopleOfRow } from '../../../core/store/pack-row';
import { changePerson } from '../../../core/store/people';
import { testStore } from '../../support/store';

const person = (u: string, text: string): PackedPerson => ({ u, n: u, l: [{ text, colour: 'red' }] });
const pack: SitePack = {
  v: 1,
  site: 'forum.example',
  ids: { '#1': person('a', 'kind'), '#2': person('b', 'kind'), '#__proto__': person('c', 'loud') },
  names: { a: person('a', 'kind'), b: person('b', 'kind') },
  marks: { 'forum.example/t/1': { '': [{ u: 'm', k: 'n' }] } },
  seen: { 'forum.example/t/1': [1, -2] },
};

describe('a pack as the database keeps it', () => {
  test('gives back what was put in', () => expect(packOfRow(structuredClone(keptPack(pack)))).toEqual(pack));

  test('keeps a person once, however many ids and names lead there', () => {
    const { people } = keptPack(pack);
    expect(people.split('"text":"loud"')).toHaveLength(2);
    expect(people.split('"u":"a"')).toHaveLength(2);
    const { ids, names } = peopleOfRow(keptPack(pack));
    expect(ids['#1']).toBe(names.a);
    expect(ids['#2']).not.toBe(ids['#1']);
  });

  test('a name that every object has is a name like any other', () => {
    const odd = { ...pack, names: JSON.parse('{"__proto__":{"u":"z","n":"__proto__"}}') as SitePack['names'] };
    expect(Object.keys(packOfRow(keptPack(odd)).names)).toEqual(['__proto__']);
  });

  test('as version 2 kept it, is read', () => {
    const { marks, seen, ...rest } = pack;
    expect(packOfRow({ ...rest, v: 2, marks: JSON.stringify(marks), seen: JSON.stringify(seen) })).toEqual(pack);
  });

  test('as an older version kept it, is read and written on', async () => {
    const t = await testStore();
    await changePerson(t.store, 'a', { site: 'forum.example', id: '1', name: 'Ada' }, { note: 'n' });
    const row = (await t.store.db.packs.get('pack:forum.example'))!;
    await t.store.db.packs.put({ ...row, value: { ...packOfRow(row.value), marks: pack.marks } });
    await changePerson(t.store, 'b', { site: 'forum.example', id: '2', name: 'Bela' }, { note: 'n' });
    expect(t.published.get('pack:forum.example')).toMatchObject({ v: 1, marks: pack.marks, ids: { '#1': { o: 1 }, '#2': { o: 1 } } });
  });
});

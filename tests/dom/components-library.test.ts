import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removePeople } from '../../core/store/many';
import { changePerson } from '../../core/store/people';
import { openStore, type Store } from '../../core/store/store';
import { LibraryIndex } from '../../entrypoints/library/library-index';
import { marksByDay } from '../../entrypoints/library/marks-by-day';
import type { Sort } from '../../entrypoints/library/sort-facts';

/** Made in this order, a second apart. */
const PEOPLE = [
  { site: 'b.example', name: 'Émile' },
  { site: 'a.example', name: 'zoë' },
  { site: 'b.example', name: 'Anna' },
  { site: 'a.example', name: 'Frank' },
];
const ORDERS: readonly (readonly [Sort, readonly string[]])[] = [
  ['newest', ['Frank', 'Anna', 'zoë', 'Émile']],
  ['oldest', ['Émile', 'zoë', 'Anna', 'Frank']],
  ['name', ['Anna', 'Émile', 'Frank', 'zoë']],
  ['site', ['Frank', 'zoë', 'Anna', 'Émile']],
];

describe('the order of the library', () => {
  let store: Store;
  let index: LibraryIndex;
  let life: AbortController;
  const names = async (uuids: readonly string[]) => (await store.db.people.bulkGet([...uuids])).map((person) => person?.names[0]);

  beforeEach(async () => {
    life = new AbortController();
    let now = 1_000_000;
    const opened = await openStore(
      { now: () => (now += 1000), newId: () => crypto.randomUUID(), publish: async () => {} },
      `order ${crypto.randomUUID()}`,
    );
    if (!opened.ok) throw new Error(opened.problem);
    store = opened.value;
    for (const [at, { site, name }] of PEOPLE.entries()) await changePerson(store, `op ${at}`, { site, id: null, name }, { note: 'met' });
    document.documentElement.lang = 'en';
    index = new LibraryIndex(store, life.signal);
    await index.start();
  });
  afterEach(async () => {
    life.abort();
    await store.db.delete();
  });

  test.each(ORDERS)('by %s', async (sort, wanted) => {
    expect(await names(index.list('people', '', null, sort))).toEqual(wanted);
  });

  test('what a search finds is ordered too', async () => {
    expect(await names(index.list('people', 'met', null, 'name'))).toEqual(['Anna', 'Émile', 'Frank', 'zoë']);
  });
});

test('an order is made anew after a change', async () => {
  const life = new AbortController();
  const opened = await openStore(
    { now: () => Date.now(), newId: () => crypto.randomUUID(), publish: async () => {} },
    `change ${crypto.randomUUID()}`,
  );
  if (!opened.ok) throw new Error(opened.problem);
  const store = opened.value;
  for (const name of ['b', 'a', 'c']) await changePerson(store, name, { site: 'a.example', id: null, name }, { note: 'x' });
  const index = new LibraryIndex(store, life.signal);
  await index.start();
  const before = index.list('people', '', null, 'name');
  expect(before).toHaveLength(3);
  const told = new Promise<void>((done) => index.onChange(done));
  await removePeople(store, 'gone', [before[0]!]);
  await told;
  expect(index.list('people', '', null, 'name')).toEqual(before.slice(1));
  life.abort();
  await store.db.delete();
});

test.each([
  [[], null],
  [['2026-03-01T08:00Z', '2026-03-01T23:00Z'], null],
  [
    ['2026-03-03T00:00Z', '2026-02-28T23:59Z', '2026-03-03T12:00Z'],
    [1, 0, 0, 2],
  ],
])('marks of %j make a plot of their days', (times, counts) => {
  const activity = marksByDay(times.map((time) => ({ createdAt: Date.parse(time) })));
  expect(activity?.counts ?? null).toEqual(counts);
  if (activity) expect([activity.bins[0], activity.bins.at(-1)]).toEqual(['2026-02-28', '2026-03-03']);
});

describe('an index that was put away', () => {
  const open = async (name: string): Promise<Store> => {
    const opened = await openStore({ now: () => Date.now(), newId: () => crypto.randomUUID(), publish: async () => {} }, name);
    if (!opened.ok) throw new Error(opened.problem);
    return opened.value;
  };
  const tag = (store: Store, op: string, name: string, note = 'x') =>
    changePerson(store, op, { site: 'a.example', id: null, name }, { note });

  test('is taken up without reading the rows, with what changed since', async () => {
    const store = await open(`shelf ${crypto.randomUUID()}`);
    for (const name of ['Anna', 'Bela', 'Cleo']) await tag(store, name, name);
    const first = new AbortController();
    const made = new LibraryIndex(store, first.signal);
    await made.start();
    await made.putAway();
    first.abort();
    await tag(store, 'late', 'Dora', 'new here');
    await tag(store, 'change', 'Anna', 'changed words');
    await removePeople(store, 'gone', [made.list('people', 'bela', null)[0]!]);

    const reads: string[] = [];
    const reading = (row: { uuid: string }) => {
      reads.push(row.uuid);
      return row;
    };
    const life = new AbortController();
    const again = new LibraryIndex(store, life.signal);
    store.db.people.hook('reading', reading as never);
    await again.start();
    store.db.people.hook('reading').unsubscribe(reading as never);
    const names = async (uuids: readonly string[]) => (await store.db.people.bulkGet([...uuids])).map((person) => person?.names[0]);
    expect(await names(again.list('people', '', null, 'name'))).toEqual(['Anna', 'Cleo', 'Dora']);
    expect(await names(again.list('people', 'changed words', null))).toEqual(['Anna']);
    expect(await names(again.list('people', 'new here', null))).toEqual(['Dora']);
    expect(again.list('people', 'bela', null)).toEqual([]);
    // The first screen and the three that changed; Cleo's row is read for the first screen only.
    const cleo = again.list('people', 'cleo', null)[0];
    expect(reads.filter((uuid) => uuid === cleo)).toHaveLength(1);
    life.abort();
    await store.db.delete();
  });

  test('by another library meanwhile is left as that one wrote it', async () => {
    const store = await open(`two ${crypto.randomUUID()}`);
    const life = new AbortController();
    const [a, b] = [new LibraryIndex(store, life.signal), new LibraryIndex(store, life.signal)];
    await tag(store, 'one', 'Anna');
    await a.start();
    await b.start();
    await a.putAway();
    const head = await store.db.blocks.get('head');
    await tag(store, 'two', 'Bela');
    await b.putAway();
    expect(await store.db.blocks.get('head')).toEqual(head);
    const third = new LibraryIndex(store, life.signal);
    await third.start();
    expect(third.list('people', '', null)).toHaveLength(2);
    life.abort();
    await store.db.delete();
  });

  test('is made anew after an import, which tells no single rows', async () => {
    const store = await open(`bulk ${crypto.randomUUID()}`);
    const life = new AbortController();
    await tag(store, 'one', 'Anna');
    const index = new LibraryIndex(store, life.signal);
    await index.start();
    const row = (await store.db.people.toArray())[0]!;
    await store.db.people.put({ ...row, uuid: 'other', names: ['Imported'], nameKeys: [] });
    const told = new Promise<void>((done) => index.onChange(done));
    await store.db.news.add({ keys: null });
    await told;
    await expect.poll(() => index.list('people', 'imported', null)).toEqual(['other']);
    life.abort();
    await store.db.delete();
  });
});

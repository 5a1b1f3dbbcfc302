import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changePerson, removePeople } from '../../core/store/people';
import { openStore, type Store } from '../../core/store/store';
import { LibraryIndex, type Sort } from '../../entrypoints/library/library-index';
import { marksByDay } from '../../entrypoints/library/marks-by-day';

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

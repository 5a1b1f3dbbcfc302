import { describe, expect, test } from 'vitest';
import { putMark, removeMarks } from '../../../core/store/marks';
import { lostMarks, notePlaces, type Placing, prunePlaces } from '../../../core/store/places';
import { type TestStore, testStore } from '../../support/store';

const SITE = 'forum.example';
const THREAD = `${SITE}/t/1`;
const on = {
  site: SITE,
  threadKey: THREAD,
  commentKey: 'c1',
  url: `https://${THREAD}`,
  title: 't',
  author: 'Ada',
  authorId: null,
  text: 'as it was',
};

async function noted(): Promise<{ t: TestStore; uuid: string; note: (place: Omit<Placing, 'uuid'>) => Promise<readonly string[]> }> {
  const t = await testStore();
  const put = await putMark(t.store, 'm', { kind: 'note', on, note: 'n' });
  const uuid = put.ok ? put.value.uuid : '';
  const note = async (place: Omit<Placing, 'uuid'>) => {
    const done = await notePlaces(t.store, SITE, THREAD, [{ uuid, ...place }]);
    return done.ok ? done.value.lost : [done.problem];
  };
  return { t, uuid, note };
}

describe('where a mark was found', () => {
  test('in its place: nothing is kept', async () => {
    const { t, note } = await noted();
    expect(await note({ state: 'placed', now: 'as it was' })).toEqual([]);
    expect(await t.store.db.places.count()).toBe(0);
  });

  test('lost is told once, and found again it is no orphan any more', async () => {
    const { t, uuid, note } = await noted();
    expect(await note({ state: 'lost', now: 'all new' })).toEqual([uuid]);
    t.time += 5;
    expect(await note({ state: 'lost', now: 'all new' })).toEqual([]);
    expect(await t.store.db.places.get(uuid)).toEqual({ uuid, state: 'lost', at: t.time - 5, now: 'all new' });
    expect(await note({ state: 'missing', now: null })).toEqual([]);
    expect(await t.store.db.places.get(uuid)).toMatchObject({ state: 'missing', now: 'all new' });
    await note({ state: 'placed', now: 'as it was' });
    expect(await t.store.db.places.count()).toBe(0);
  });

  test('an edit around it is kept for the diff; the mark’s own text stays', async () => {
    const { t, uuid, note } = await noted();
    expect(await note({ state: 'placed', now: 'as it was, and more' })).toEqual([]);
    expect(await t.store.db.places.get(uuid)).toMatchObject({ state: 'placed', now: 'as it was, and more' });
    expect(await t.store.db.marks.get(uuid)).toMatchObject({ text: 'as it was' });
  });

  test('the thread’s orphans are listed, and only they', async () => {
    const { t, uuid, note } = await noted();
    const listed = async (thread: string) => (await lostMarks(t.store, SITE, thread)).map((mark) => mark.uuid);
    await putMark(t.store, 'm2', { kind: 'bookmark', on: { ...on, commentKey: 'c2' } });
    expect(await listed(THREAD)).toEqual([]);
    await note({ state: 'placed', now: 'as it was, and more' });
    expect(await listed(THREAD)).toEqual([]);
    await note({ state: 'missing', now: null });
    expect(await listed(THREAD)).toEqual([uuid]);
    expect(await listed(`${SITE}/t/2`)).toEqual([]);
    await removeMarks(t.store, 'r', [uuid]);
    expect(await listed(THREAD)).toEqual([]);
  });

  test('another thread’s or site’s marks and deleted ones are left alone', async () => {
    const { t, uuid, note } = await noted();
    for (const [site, thread] of [
      ['other.example', THREAD],
      [SITE, `${SITE}/t/2`],
    ] as const)
      expect(await notePlaces(t.store, site, thread, [{ uuid, state: 'lost', now: null }])).toEqual({ ok: true, value: { lost: [] } });
    expect(await t.store.db.places.count()).toBe(0);
    await note({ state: 'lost', now: null });
    await removeMarks(t.store, 'r', [uuid]);
    expect(await note({ state: 'missing', now: null })).toEqual([]);
    expect(await prunePlaces(t.store)).toEqual({ ok: true, value: 1 });
    expect(await t.store.db.places.count()).toBe(0);
  });
});

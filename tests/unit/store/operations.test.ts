import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SitePack } from '../../../core/model/pack';
import type { PersonRef } from '../../../core/model/person';
import { countsOf } from '../../../core/store/counters';
import { buildSitePack } from '../../../core/store/keep-packs';
import { linkPeople, unlinkPeople } from '../../../core/store/link-people';
import { labelPeople, removePeople } from '../../../core/store/many';
import { type MarkTarget, marksOfThread, putMark, removeMarks } from '../../../core/store/marks';
import { prunePacks, publishDirty } from '../../../core/store/mirror';
import { recentOperations, undoOperation } from '../../../core/store/operations';
import { changePerson, findPerson, labelsInUse, personCard } from '../../../core/store/people';
import { followThread, recordVisit } from '../../../core/store/visits';
import { type TestStore, testStore } from '../../support/store';

const SITE = 'forum.example';
const ref = (name: string, id: string | null = null, site = SITE): PersonRef => ({ site, id, name });
const red = (text: string) => ({ text, colour: 'red' as const });
const target = (commentKey: string | null, author = '山田', threadKey = `${SITE}/t/1`): MarkTarget => ({
  site: SITE,
  threadKey,
  commentKey,
  url: `https://${threadKey}`,
  title: 'A thread',
  author,
  authorId: null,
  text: '原文 text',
});

async function packNow(t: TestStore, site = SITE): Promise<SitePack> {
  return t.published.get(`pack:${site}`) as SitePack;
}
/** The mirror equals the kept pack equals the pack built from the rows. */
async function expectInStep(t: TestStore, site = SITE): Promise<void> {
  const built = JSON.parse(JSON.stringify(await buildSitePack(t.store, site)));
  expect(await packNow(t, site)).toEqual(built);
}

describe('a write', () => {
  test('that arrives twice is done once and answers the same', async () => {
    const t = await testStore();
    const first = await putMark(t.store, 'op-1', { kind: 'note', on: target('c1'), note: 'hello' });
    t.time += 10;
    const second = await putMark(t.store, 'op-1', { kind: 'note', on: target('c1'), note: 'hello' });
    expect(second).toEqual(first);
    expect(await marksOfThread(t.store, SITE, `${SITE}/t/1`)).toHaveLength(1);
    expect(await countsOf(t.store)).toMatchObject({ marks: 1 });
  });

  test('reaches the pack, the counters and the list of operations together', async () => {
    const t = await testStore();
    await changePerson(t.store, 'a', ref('山田', '7'), { labels: [red('靠谱')] });
    await putMark(t.store, 'b', { kind: 'hide', on: target('c1') });
    await recordVisit(t.store, {
      site: SITE,
      threadKey: `${SITE}/t/1`,
      url: `https://${SITE}/t/1`,
      title: 'x',
      seen: [1, 2],
      commentCount: 2,
    });
    await expectInStep(t);
    const pack = await packNow(t);
    expect(pack.ids['#7']).toMatchObject({ n: '山田', l: [red('靠谱')] });
    expect(pack.names.山田).toMatchObject({ n: '山田' });
    expect(pack.marks[`${SITE}/t/1`]?.c1).toEqual([{ u: expect.any(String), k: 'h' }]);
    expect(pack.seen[`${SITE}/t/1`]).toEqual([1, 2]);
    expect(await countsOf(t.store)).toMatchObject({ people: 1, marks: 1, visits: 1, rules: 0 });
    expect((await recentOperations(t.store, 9)).map((row) => row.what).sort()).toEqual(['done.mark.hide', 'done.person.label']);
  });

  test('killed between commit and mirror is mirrored at the next start', async () => {
    const t = await testStore('killed');
    t.killed = true;
    expect((await changePerson(t.store, 'a', ref('Ada'), { note: 'kind' })).ok).toBe(true);
    expect(t.published.size).toBe(0);
    t.store.db.close();
    const again = await testStore('killed');
    expect(await publishDirty(again.store)).toEqual([`pack:${SITE}`]);
    await expectInStep(again);
    expect(await publishDirty(again.store)).toEqual([]);
  });

  test('that fails leaves nothing half done', async () => {
    const t = await testStore();
    await changePerson(t.store, 'a', ref('Ada'), { note: 'kind' });
    const before = await dump(t);
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    t.store.db.packs.hook('updating', full);
    const failed = await changePerson(t.store, 'b', ref('Ada'), { action: 'hide' });
    expect(failed).toMatchObject({ ok: false, problem: 'fault.database.full' });
    t.store.db.packs.hook('updating').unsubscribe(full);
    expect(await dump(t)).toEqual(before);
    expect((await changePerson(t.store, 'b', ref('Ada'), { action: 'hide' })).ok).toBe(true);
    await expectInStep(t);
  });
});

async function dump(t: TestStore): Promise<unknown> {
  return Promise.all(t.store.db.tables.map(async (table) => [table.name, await table.toArray()]));
}

describe('undo', () => {
  test('takes back what was made, changed and removed', async () => {
    const t = await testStore();
    await changePerson(t.store, 'make', ref('Ada', '1'), { labels: [red('x')] });
    await changePerson(t.store, 'change', ref('Ada', '1'), { note: 'n', action: 'hide' });
    expect(await undoOperation(t.store, 'change')).toEqual({ ok: true, value: { undone: true } });
    expect(await findPerson(t.store, ref('Ada', '1'))).toMatchObject({ note: '', action: null, labels: [red('x')] });
    expect(await undoOperation(t.store, 'change')).toEqual({ ok: true, value: { undone: false } });
    await undoOperation(t.store, 'make');
    expect(await findPerson(t.store, ref('Ada', '1'))).toBeNull();
    expect((await packNow(t)).ids).toEqual({});
    await expectInStep(t);
    expect(await countsOf(t.store)).toMatchObject({ people: 0 });
  });

  test('leaves what was changed later', async () => {
    const t = await testStore();
    await changePerson(t.store, 'a', ref('Ada', '1'), { labels: [red('x')] });
    t.time += 1000;
    await changePerson(t.store, 'b', ref('Ada', '1'), { note: 'later' });
    await undoOperation(t.store, 'a');
    expect(await findPerson(t.store, ref('Ada', '1'))).toMatchObject({ note: 'later', labels: [] });
  });

  test('of the last of several, then of the one before, goes all the way back', async () => {
    const t = await testStore();
    const made = await putMark(t.store, 'a', { kind: 'note', on: target('c1'), note: 'one' });
    const uuid = made.ok ? made.value.uuid : '';
    await putMark(t.store, 'b', { kind: 'note', on: target('c1'), note: 'two', uuid });
    await undoOperation(t.store, 'b');
    expect(await marksOfThread(t.store, SITE, `${SITE}/t/1`)).toMatchObject([{ note: 'one' }]);
    await undoOperation(t.store, 'a');
    expect(await marksOfThread(t.store, SITE, `${SITE}/t/1`)).toEqual([]);
  });

  test('of a removal brings the rows back', async () => {
    const t = await testStore();
    const put = await putMark(t.store, 'a', { kind: 'note', on: target('c1'), note: 'keep me' });
    await removeMarks(t.store, 'b', [put.ok ? put.value.uuid : '']);
    expect(await marksOfThread(t.store, SITE, `${SITE}/t/1`)).toEqual([]);
    await undoOperation(t.store, 'b');
    expect(await marksOfThread(t.store, SITE, `${SITE}/t/1`)).toMatchObject([{ note: 'keep me' }]);
    await expectInStep(t);
  });

  test('of "allow" brings the hide back that it replaced', async () => {
    const t = await testStore();
    await putMark(t.store, 'a', { kind: 'hide', on: target('c1') });
    await putMark(t.store, 'b', { kind: 'allow', on: target('c1') });
    expect((await marksOfThread(t.store, SITE, `${SITE}/t/1`)).map((mark) => mark.kind)).toEqual(['allow']);
    await undoOperation(t.store, 'b');
    expect((await marksOfThread(t.store, SITE, `${SITE}/t/1`)).map((mark) => mark.kind)).toEqual(['hide']);
  });
});

describe('who a name means', () => {
  test.each([
    ['the id wins over the name', ref('New name', '1'), ref('Ada', '1'), true],
    ['another id is another person', ref('Ada', '2'), ref('Ada', '1'), false],
    ['another site is another person', ref('Ada', '1', 'other.example'), ref('Ada', '1'), false],
    ['a name alone', ref('ada'), ref('Ada'), true],
    ['a row without id is found by id and name', ref('Ada', '1'), ref('Ada'), true],
    ['a row with id is found by the name alone', ref('Ada'), ref('Ada', '1'), true],
    ['Cyrillic look-alike', ref('Аda'), ref('Ada'), false],
    ['hidden character', ref('Ada\u200b'), ref('Ada'), false],
    ['full-width look-alike', ref('Ａｄａ'), ref('Ada'), false],
    ['composed and decomposed are one', ref('Jose\u0301'), ref('José'), true],
    ['han', ref('张三'), ref('张三'), true],
  ])('%s', async (_what, asked, stored, same) => {
    const t = await testStore();
    await changePerson(t.store, 'a', stored, { note: 'n' });
    expect((await findPerson(t.store, asked)) !== null).toBe(same);
  });

  test('a rename is back-filled and the old name still finds the person', async () => {
    const t = await testStore();
    await changePerson(t.store, 'a', ref('Old', '1'), { note: 'n' });
    await changePerson(t.store, 'b', ref('New', '1'), { action: 'dim' });
    expect(await findPerson(t.store, ref('Old'))).toMatchObject({ names: ['New', 'Old'], id: '1' });
    await expectInStep(t);
  });

  test('two accounts of one name: the name alone means neither', async () => {
    const t = await testStore();
    await changePerson(t.store, 'a', ref('Ada', '1'), { note: 'one' });
    await changePerson(t.store, 'b', ref('Ada', '2'), { note: 'two' });
    expect(await findPerson(t.store, ref('Ada'))).toBeNull();
    expect((await packNow(t)).names).toEqual({});
    await expectInStep(t);
  });

  test('a card holds what is marked of the person', async () => {
    const t = await testStore();
    await changePerson(t.store, 'a', ref('山田'), {
      note: 'n',
      source: { url: `https://${SITE}/t/1`, title: 'x', commentKey: 'c1', quote: 'q', at: 1 },
    });
    await putMark(t.store, 'b', { kind: 'bookmark', on: target('c1') });
    await putMark(t.store, 'c', { kind: 'bookmark', on: target('c2', 'someone else') });
    const card = await personCard(t.store, ref('山田'));
    expect(card.person).toMatchObject({ note: 'n', sources: [{ commentKey: 'c1' }] });
    expect(card.person).not.toHaveProperty('nameKeys');
    expect(card.marks.map((mark) => mark.commentKey)).toEqual(['c1']);
  });
});

test('a pack in which nothing is left goes, and comes back with the next that there is to tell', async () => {
  const t = await testStore();
  const kept = ref('山田', '7', 'kept.example');
  await changePerson(t.store, 'a', ref('柳三', '1'), { labels: [red('kind')] });
  await changePerson(t.store, 'b', kept, { labels: [red('kind')] });
  expect(await prunePacks(t.store)).toEqual([]);
  await undoOperation(t.store, 'a');
  expect(await prunePacks(t.store)).toEqual([`pack:${SITE}`]);
  expect([...t.published.keys()].filter((key) => key.startsWith('pack:'))).toEqual(['pack:kept.example']);
  expect(await prunePacks(t.store)).toEqual([]);
  await changePerson(t.store, 'c', ref('柳三', '1'), { labels: [red('again')] });
  await expectInStep(t);
  expect((await packNow(t)).ids['#1']).toBeDefined();
});

test('labels in use are counted through changes, undo and removal', async () => {
  const t = await testStore();
  await changePerson(t.store, 'a', ref('A'), { labels: [red('x'), red('y')] });
  await changePerson(t.store, 'b', ref('B'), { labels: [red('x')] });
  expect(await labelsInUse(t.store)).toEqual([
    { ...red('x'), count: 2 },
    { ...red('y'), count: 1 },
  ]);
  await undoOperation(t.store, 'a');
  const b = await findPerson(t.store, ref('B'));
  await removePeople(t.store, 'c', [b?.uuid ?? '']);
  expect(await labelsInUse(t.store)).toEqual([]);
});

test('packs and counters stay in step with the rows through any sequence', async () => {
  const names = fc.constantFrom('Ada', 'ada', '山田', '__proto__', 'constructor', 'Ada\u200b');
  const ids = fc.constantFrom(null, '1', '2', '__proto__');
  const person = fc.record({
    do: fc.constant('person' as const),
    name: names,
    id: ids,
    labels: fc.constantFrom([], [red('x')]),
    action: fc.constantFrom('hide' as const, null),
  });
  const mark = fc.record({
    do: fc.constant('mark' as const),
    kind: fc.constantFrom('hide' as const, 'allow' as const, 'note' as const),
    key: fc.constantFrom(null, 'c1', '__proto__'),
    thread: fc.constantFrom(`${SITE}/t/1`, `${SITE}/t/2`),
  });
  const other = fc.record({
    do: fc.constantFrom('undo' as const, 'visit' as const, 'follow' as const, 'link' as const, 'unlink' as const, 'label' as const),
    n: fc.nat(5),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(person, mark, other), { maxLength: 14 }), async (steps) => {
      const t = await testStore();
      for (const [i, step] of steps.entries()) {
        t.time += i % 3;
        if (step.do === 'person')
          await changePerson(t.store, `op${i}`, ref(step.name, step.id), { labels: step.labels, action: step.action });
        else if (step.do === 'mark') await putMark(t.store, `op${i}`, { kind: step.kind, on: target(step.key, 'Ada', step.thread) });
        else if (step.do === 'undo') await undoOperation(t.store, `op${step.n}`);
        else if (step.do === 'link' || step.do === 'unlink' || step.do === 'label') {
          const people = await t.store.db.people.toCollection().primaryKeys();
          const two = [people[step.n % (people.length || 1)], people[(step.n + 1) % (people.length || 1)]].flatMap((uuid) => uuid ?? []);
          if (step.do === 'link') await linkPeople(t.store, `op${i}`, two);
          else if (step.do === 'unlink') await unlinkPeople(t.store, `op${i}`, two.slice(1));
          else await labelPeople(t.store, `op${i}`, two, red('many'));
        } else {
          const visit = { site: SITE, threadKey: `${SITE}/t/${step.n}`, url: `https://${SITE}/t/${step.n}`, title: 't' };
          if (step.do === 'visit') await recordVisit(t.store, { ...visit, seen: [step.n], commentCount: 1 });
          else await followThread(t.store, `op${i}`, visit, true);
        }
      }
      if ((await t.store.db.packs.count()) > 0) await expectInStep(t);
      const living = async (table: { filter(f: (row: { deletedAt: number | null }) => boolean): { count(): Promise<number> } }) =>
        table.filter((row) => row.deletedAt === null).count();
      const { db } = t.store;
      expect(await countsOf(t.store)).toMatchObject({
        people: await living(db.people),
        marks: await living(db.marks),
        visits: await living(db.visits),
      });
      t.store.db.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);

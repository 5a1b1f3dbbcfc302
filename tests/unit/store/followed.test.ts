import { expect, test } from 'vitest';
import type { SitePack } from '../../../core/model/pack';
import { undoOperation } from '../../../core/store/operations';
import { SEEN_THREADS } from '../../../core/store/pack';
import { followThread, pruneVisits, recordVisit } from '../../../core/store/visits';
import { testStore } from '../../support/store';

const SITE = 'forum.example';
const thread = (n: number) => ({ site: SITE, threadKey: `${SITE}/t/${n}`, url: `https://${SITE}/t/${n}`, title: `t${n}` });

test('a followed thread keeps its history on the pages however many others are visited since', async () => {
  const t = await testStore();
  const visit = async (n: number) => {
    t.time += 1000;
    await recordVisit(t.store, { ...thread(n), seen: [n], commentCount: 1 });
  };
  const seen = () => (t.published.get(`pack:${SITE}`) as SitePack).seen;
  await visit(1);
  await visit(2);
  await followThread(t.store, 'follow', thread(1), true);
  for (let n = 3; n < SEEN_THREADS + 10; n++) await visit(n);
  expect(seen()[thread(1).threadKey]).toEqual([1]);
  expect(seen()[thread(2).threadKey]).toBeUndefined();
  expect(Object.keys(seen())).toHaveLength(SEEN_THREADS + 1);
  await undoOperation(t.store, 'follow');
  expect(seen()[thread(1).threadKey]).toBeUndefined();
});

test('a site that makes up threads without end takes away its own visits, not those of others', async () => {
  const t = await testStore();
  const { store } = t;
  const visit = (site: string, k: number) => {
    t.time += 1000;
    return recordVisit(store, { site, threadKey: `${site}/t/${k}`, url: `https://${site}/t/${k}`, title: '', seen: [k], commentCount: 1 });
  };
  for (let k = 0; k < 4; k++) await visit('good.example', k);
  for (let k = 0; k < 30; k++) await visit('evil.example', k);
  expect(await pruneVisits(store, 10)).toMatchObject({ ok: true, value: 24 });
  const left = (await store.db.visits.toArray()).map(({ site }) => site);
  expect(left.filter((site) => site === 'good.example')).toHaveLength(4);
  expect(left).toHaveLength(10);
});

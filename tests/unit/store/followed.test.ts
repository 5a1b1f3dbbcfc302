import { expect, test } from 'vitest';
import type { SitePack } from '../../../core/model/pack';
import { undoOperation } from '../../../core/store/operations';
import { SEEN_THREADS } from '../../../core/store/pack';
import { followThread, recordVisit } from '../../../core/store/visits';
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

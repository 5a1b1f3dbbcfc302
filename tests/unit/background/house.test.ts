import { beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../../core/model/result';
import { KEPT_MS, keepThread } from '../../../core/store/recent';
import { keepHouse } from '../../../entrypoints/background/house';
import { useFake } from '../../support/fake-browser';
import { testStore } from '../../support/store';

vi.mock('wxt/browser', () => import('../../support/fake-browser'));
let fake = useFake();
beforeEach(() => {
  fake = useFake();
});

test('a daily job that fails does not keep the others from theirs', async () => {
  const t = await testStore();
  const thread = { key: 'a.example/t', site: 'a.example', url: 'https://a.example/t', title: '', reader: null, dates: [], comments: [] };
  await keepThread(t.store, thread);
  t.time += KEPT_MS + 1;
  // The first job wants the settings along with the snapshot.
  vi.spyOn(fake.browser.storage.local, 'get').mockRejectedValue(new Error('gone'));
  await keepHouse(async () => ok(t.store));
  expect(await t.store.db.recent.count()).toBe(0);
});

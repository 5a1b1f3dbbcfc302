import { describe, expect, test } from 'vitest';
import { keepOf, MOST_COMMENTS, MOST_TEXT, threadOf } from '../../../core/model/kept-thread';
import type { Thread } from '../../../core/model/thread';
import { readAll } from '../../../core/store/backup';
import { forgetRecent, KEPT_MS, keepThread, MOST_THREADS, pruneRecent, recentThreads } from '../../../core/store/recent';
import { commentOf } from '../../support/comment';
import { testStore } from '../../support/store';

const thread = (site: string, n: number, texts: readonly string[] = ['hello']): Thread => ({
  key: `${site}/t/${n}`,
  url: `https://${site}/t/${n}`,
  title: `Thread ${n}`,
  site,
  declared: null,
  comments: texts.map((text, i) => commentOf(`c${i}`, 'Ada', text)),
  adapter: null,
  reader: 'me',
});
const kept = (site: string, n: number, texts?: readonly string[]) => keepOf(thread(site, n, texts), `https://${site}/t/${n}`);

describe('what is kept of a thread', () => {
  test('is cut short, and never in the middle of a character', () => {
    const one = kept('forum.example', 1, [`${'x'.repeat(MOST_TEXT - 1)}😀`, ...new Array(MOST_COMMENTS).fill('a')]);
    expect(one.comments).toHaveLength(MOST_COMMENTS);
    expect(one.comments[0]!.text).toBe('x'.repeat(MOST_TEXT - 1));
  });
  test('is enough for rules', () => {
    const { key, text, author, floor } = threadOf(kept('forum.example', 1)).comments[0]!;
    expect({ key, text, author: author.name, floor }).toEqual({
      key: 'c0',
      text: 'hello',
      author: thread('forum.example', 1).comments[0]!.author.name,
      floor: null,
    });
  });
});

describe('the threads read last', () => {
  test('a thread read again takes its own place, the newest comes first', async () => {
    const t = await testStore();
    await keepThread(t.store, kept('forum.example', 1));
    t.time += 1000;
    await keepThread(t.store, kept('forum.example', 2));
    t.time += 1000;
    await keepThread(t.store, kept('forum.example', 1, ['later']));
    const rows = await recentThreads(t.store);
    expect(rows.map(({ key }) => key)).toEqual(['forum.example/t/1', 'forum.example/t/2']);
    expect(rows[0]!.thread.comments[0]!.text).toBe('later');
  });
  test('one site cannot push the others out, and all together are few', async () => {
    const t = await testStore();
    await keepThread(t.store, kept('quiet.example', 1));
    for (let n = 0; n < 60; n++) {
      t.time += 1000;
      await keepThread(t.store, kept('loud.example', n));
    }
    const sites = (await recentThreads(t.store)).map(({ thread: { site } }) => site);
    expect(sites.filter((site) => site === 'loud.example')).toHaveLength(MOST_THREADS / 3);
    expect(sites).toContain('quiet.example');
    for (let n = 0; n < 60; n++) await keepThread(t.store, kept(`site${n}.example`, n));
    expect(await recentThreads(t.store)).toHaveLength(MOST_THREADS);
  });
  test('large ones do not add up without end', async () => {
    const t = await testStore();
    for (let n = 0; n < 25; n++) {
      t.time += 1000;
      await keepThread(t.store, kept(`site${n}.example`, n, new Array(MOST_COMMENTS).fill('字'.repeat(MOST_TEXT))));
    }
    expect((await recentThreads(t.store)).length).toBeLessThanOrEqual(15);
  });
  test('are forgotten after a month, and at once when asked to be', async () => {
    const t = await testStore();
    await keepThread(t.store, kept('forum.example', 1));
    t.time += KEPT_MS;
    await keepThread(t.store, kept('forum.example', 2));
    expect(await recentThreads(t.store)).toHaveLength(2);
    t.time += 1;
    expect(await pruneRecent(t.store)).toEqual({ ok: true, value: 1 });
    await forgetRecent(t.store);
    expect(await recentThreads(t.store)).toEqual([]);
  });
  test('stand in no backup', async () => {
    const t = await testStore();
    await keepThread(t.store, kept('forum.example', 1, ['a secret word']));
    expect(JSON.stringify(await readAll(t.store))).not.toContain('a secret word');
  });
});

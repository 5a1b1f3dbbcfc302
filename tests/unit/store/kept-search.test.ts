import { describe, expect, test } from 'vitest';
import { wordRule } from '../../../core/model/word-rule';
import { KeptSearch } from '../../../core/store/kept-search';
import { removePeople } from '../../../core/store/many';
import { changePerson } from '../../../core/store/people';
import { putRule } from '../../../core/store/rules';
import { SearchIndex } from '../../../core/store/search';
import { newestNews, writeBlocks } from '../../../core/store/search-shelf';
import { testStore } from '../../support/store';

const tag = (store: Parameters<typeof changePerson>[0], name: string) =>
  changePerson(store, `op ${name}`, { site: 'forum.example', id: name, name }, { note: `note of ${name}` });
const found = async (search: KeptSearch, query: string) => (await search.now()).find(query).hits.map(({ kind }) => kind);

describe('a search that is kept', () => {
  test('begins with what a library put away, without reading the rows again', async () => {
    const { store } = await testStore();
    await tag(store, 'ada');
    const made = new SearchIndex();
    for (const row of await store.db.people.toArray()) made.put('people', row);
    const head = { upTo: await newestNews(store), blocks: 1 };
    await writeBlocks(store, null, head, new Map([[0, { search: made.block(0), facts: [] }]]));
    await store.db.people.clear();
    const search = new KeptSearch(store);
    expect(await found(search, 'ada')).toEqual(['people']);
    await tag(store, 'grace');
    expect(await found(search, 'grace')).toEqual(['people']);
  });

  test('begins with the rows where a block is missing', async () => {
    const { store } = await testStore();
    await tag(store, 'ada');
    await writeBlocks(store, null, { upTo: await newestNews(store), blocks: 2 }, new Map());
    expect(await found(new KeptSearch(store), 'ada')).toEqual(['people']);
  });

  test('follows what is written, changed and deleted', async () => {
    const t = await testStore();
    const search = new KeptSearch(t.store);
    expect(await found(search, 'ada')).toEqual([]);
    await tag(t.store, 'ada');
    expect(await found(search, 'ada')).toEqual(['people']);
    await removePeople(
      t.store,
      'gone',
      (await t.store.db.people.toArray()).map(({ uuid }) => uuid),
    );
    expect(await found(search, 'ada')).toEqual([]);
    await putRule(t.store, 'rule', null, wordRule(['casino'], 'no casino'));
    t.time += 31_000;
    expect(await found(search, 'casino')).toEqual(['rules']);
  });

  test('begins anew after a failure', async () => {
    const t = await testStore();
    await tag(t.store, 'ada');
    const search = new KeptSearch(t.store);
    const { news } = t.store.db;
    const where = news.where;
    news.where = () => {
      throw new Error('gone');
    };
    await expect(search.now()).rejects.toThrow('gone');
    news.where = where;
    expect(await found(search, 'ada')).toEqual(['people']);
  });
});

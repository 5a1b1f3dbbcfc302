import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { EMPTY_BACKUP, formatBackup, readAll, readBackup } from '../../../core/store/backup';
import { countsOf } from '../../../core/store/counters';
import { SCHEMA, STORES_1, STORES_2, STORES_3 } from '../../../core/store/database';
import { fileShelf, memoryShelf } from '../../../core/store/file-shelf';
import { migrated, STEPS } from '../../../core/store/migrations';
import { strayMirrors } from '../../../core/store/mirror';
import { changePerson, findPerson } from '../../../core/store/people';
import { recentThreads } from '../../../core/store/recent';
import { countBackup, rebuildDatabase, salvage } from '../../../core/store/recovery';
import { REPLACE_ALL, restore } from '../../../core/store/restore';
import { listSnapshots, readSnapshot, shelve, takeSnapshot } from '../../../core/store/snapshots';
import { openStore } from '../../../core/store/store';
import { testStore } from '../../support/store';

const frozen = (name: string) => readFileSync(join(import.meta.dirname, 'frozen', name), 'utf8');
const env = { now: () => 1_700_000_000_000, newId: () => crypto.randomUUID(), publish: async () => undefined };
const ref = { site: 'forum.example', id: '1', name: 'Ada' };

describe('every version that was ever out still opens', () => {
  test('backup 1', async () => {
    const text = frozen('backup-1.txt');
    const read = readBackup(text);
    if (!read.ok) throw new Error(`${read.problem} ${read.where}`);
    expect(countBackup(read.value)).toBe(4);
    // Version 1 is the newest: it comes out byte for byte as it went in.
    expect(formatBackup(read.value).join('')).toBe(text);
    const t = await testStore();
    await restore(t.store, 'r', read.value, REPLACE_ALL);
    expect(await findPerson(t.store, { site: 'forum.example', id: '7', name: '' })).toMatchObject({ note: '老朋友', action: 'highlight' });
  });

  test('database 1', async () => {
    const name = 'frozen-1';
    const old = new Dexie(name);
    old.version(1).stores(JSON.parse(frozen('stores-1.json')));
    const read = readBackup(frozen('backup-1.txt'));
    const backup = read.ok ? read.value : null;
    for (const table of ['marks', 'rules', 'visits'] as const) await old.table(table).bulkPut([...backup![table]]);
    await old.table('people').bulkPut(backup!.people.map((person) => ({ ...person, nameKeys: ['forum.example\nada'] })));
    await old.table('meta').bulkPut([
      { key: 'schema', value: 1 },
      { key: 'node', value: 'abc' },
      { key: 'count:people', value: 1 },
    ]);
    old.close();
    const opened = await openStore(env, name);
    expect(opened).toMatchObject({ ok: true, value: { readOnly: false, node: 'abc' } });
    if (!opened.ok) return;
    expect(formatBackup(await readAll(opened.value, backup!.kept)).join('')).toBe(formatBackup({ ...backup!, hits: [] }).join(''));
    expect((await countsOf(opened.value)).people).toBe(1);
  });

  test('database 2', async () => {
    const name = 'frozen-2';
    const old = new Dexie(name);
    old.version(1).stores(JSON.parse(frozen('stores-1.json')));
    old.version(2).stores(JSON.parse(frozen('stores-2.json')));
    await old.table('places').put({ uuid: 'm', state: 'lost', at: 1, now: 'as it reads' });
    await old.table('meta').put({ key: 'schema', value: 2 });
    old.close();
    const opened = await openStore(env, name);
    expect(opened).toMatchObject({ ok: true, value: { readOnly: false } });
    if (opened.ok) expect(await opened.value.db.places.get('m')).toEqual({ uuid: 'm', state: 'lost', at: 1, now: 'as it reads' });
  });

  test('database 3', async () => {
    const name = 'frozen-3';
    const old = new Dexie(name);
    for (const version of [1, 2, 3]) old.version(version).stores(JSON.parse(frozen(`stores-${version}.json`)));
    const thread = { key: 'forum.example/t/1', site: 'forum.example', url: 'https://forum.example/t/1', title: '', reader: null };
    await old.table('recent').put({ key: thread.key, at: 1, thread: { ...thread, dates: [], comments: [] } });
    old.close();
    const opened = await openStore(env, name);
    expect(opened).toMatchObject({ ok: true, value: { readOnly: false } });
    if (opened.ok) expect(await recentThreads(opened.value)).toMatchObject([{ key: thread.key, thread: { comments: [] } }]);
  });

  test('a database of version 1 says after the step that it is of the newest', async () => {
    const old = new Dexie('step-2');
    old.version(1).stores(JSON.parse(frozen('stores-1.json')));
    await old.table('meta').put({ key: 'schema', value: 1 });
    old.close();
    const opened = await openStore(env, 'step-2');
    expect(opened.ok && (await opened.value.db.meta.get('schema'))?.value).toBe(SCHEMA);
  });

  test('the frozen stores are those of the code: versions are never edited', () => {
    expect(STORES_1).toEqual(JSON.parse(frozen('stores-1.json')));
    expect(STORES_2).toEqual(JSON.parse(frozen('stores-2.json')));
    expect(STORES_3).toEqual(JSON.parse(frozen('stores-3.json')));
    expect(SCHEMA).toBe(3);
  });

  test('steps run from the file’s version on, each once', () => {
    const steps = [(file: object) => ({ ...file, a: 1 }), (file: object) => ({ ...file, b: 2 })];
    expect(migrated({ version: 1 }, 1, steps)).toEqual({ version: 3, a: 1, b: 2 });
    expect(migrated({ version: 2 }, 2, steps)).toEqual({ version: 3, b: 2 });
    expect(migrated({ version: 3 }, 3, steps)).toEqual({ version: 3 });
    expect(STEPS).toHaveLength(0);
  });
});

describe('a database that is not as it should be', () => {
  test('newer: reads work, writes are refused, nothing changes', async () => {
    const t = await testStore('newer');
    await changePerson(t.store, 'a', ref, { note: 'n' });
    await t.store.db.meta.put({ key: 'schema', value: SCHEMA + 1 });
    t.store.db.close();
    const again = await testStore('newer');
    expect(again.store.readOnly).toBe(true);
    expect(await findPerson(again.store, ref)).toMatchObject({ note: 'n' });
    expect(await changePerson(again.store, 'b', ref, { note: 'changed' })).toMatchObject({ ok: false, problem: 'fault.database.newer' });
    expect(await findPerson(again.store, ref)).toMatchObject({ note: 'n' });
  });

  test('newer by its own number, as after a downgrade', async () => {
    const newer = new Dexie('newer-number');
    newer.version(SCHEMA + 1).stores({ ...STORES_1, ...STORES_2, ...STORES_3, extra: 'id' });
    await newer.open();
    newer.close();
    expect(await openStore(env, 'newer-number')).toMatchObject({ ok: true, value: { readOnly: true } });
  });

  test('mended by the library beneath, which counts its number up by one: still ours', async () => {
    const first = await testStore('mended');
    first.store.db.close();
    const mended = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = Dexie.dependencies.indexedDB.open('mended', SCHEMA * 10 + 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    mended.close();
    expect(await openStore(env, 'mended')).toMatchObject({ ok: true, value: { readOnly: false } });
  });

  test('held by an old page during an upgrade: told, not hung', async () => {
    const held = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = Dexie.dependencies.indexedDB.open('held', 5);
      request.onupgradeneeded = () => request.result.createObjectStore('x');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    expect(await openStore(env, 'held', 300)).toMatchObject({ ok: false, problem: 'fault.database.blocked' });
    held.close();
  });

  test('broken: what can be read is put away before anything is deleted, then it is made anew', async () => {
    const t = await testStore('broken');
    await changePerson(t.store, 'a', ref, { note: 'kept' });
    await t.store.db.people.put({ uuid: 'bad', names: 'not a list' } as never);
    t.store.db.close();
    const rest = await salvage('broken');
    expect(rest).toMatchObject({ ok: true, value: { bad: 1, lost: [] } });
    const files = new Map<string, string>();
    const backup = rest.ok ? rest.value.backup : null;
    const made = await rebuildDatabase(env, memoryShelf(files), backup!, { databaseName: 'broken' });
    expect(made.ok && (await findPerson(made.value, ref))).toMatchObject({ note: 'kept' });
    expect([...files.keys()]).toEqual([expect.stringMatching(/^salvage-/)]);
    expect(readBackup([...files.values()][0]!)).toMatchObject({ ok: true, value: { people: [{ note: 'kept' }] } });
  });

  test('a large one that is read slowly: every row is put away before it is deleted', async () => {
    const t = await testStore('slow');
    await changePerson(t.store, 'a', ref, { note: 'kept' });
    const one = (await t.store.db.people.toArray())[0]!;
    await t.store.db.people.bulkPut(Array.from({ length: 2000 }, (_, i) => ({ ...one, uuid: `u${i}` })));
    t.store.db.close();
    // The whole takes longer than the limit, no row does.
    const rest = await salvage('slow', 50);
    expect(rest).toMatchObject({ ok: true, value: { lost: [] } });
    expect(rest.ok && rest.value.backup.people).toHaveLength(2001);
  });

  test('made anew: its rules do not bear a number that pages know other rules by', async () => {
    const backup = await readAll((await testStore()).store);
    const numbers: unknown[] = [];
    let now = env.now();
    const publish = async (items: Readonly<Record<string, unknown>>) =>
      void (items.rules && numbers.push((items.rules as { n: number }).n));
    const rule = readBackup(frozen('backup-1.txt'));
    const rules = rule.ok ? rule.value.rules : [];
    for (let i = 0; i < 2; i++, now += 1000) {
      const made = await rebuildDatabase(
        { ...env, now: () => now, publish },
        memoryShelf(),
        { ...backup, rules },
        { databaseName: 'anew' },
      );
      if (made.ok) made.value.db.close();
    }
    expect(numbers).toHaveLength(2);
    expect(numbers[0]).not.toBe(numbers[1]);
  });

  test('made anew: mirrors of what is no longer in it are told', async () => {
    const t = await testStore();
    await changePerson(t.store, 'a', ref, { note: 'kept' });
    const keys = ['settings', 'rules', 'look:old.example', 'pack:old.example', `pack:${ref.site}`];
    expect(await strayMirrors(t.store, keys)).toEqual(['rules', 'pack:old.example']);
  });

  test('a page of ours holds the old one: that is said, and the work goes on once it lets go', async () => {
    const t = await testStore('held-rebuild');
    await changePerson(t.store, 'a', ref, { note: 'old' });
    t.store.db.on('versionchange', () => false);
    const holder = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = Dexie.dependencies.indexedDB.open('held-rebuild');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    t.store.db.close();
    const told: string[] = [];
    const work = rebuildDatabase(env, memoryShelf(), EMPTY_BACKUP, { databaseName: 'held-rebuild', onBlocked: () => told.push('blocked') });
    await expect.poll(() => told).toEqual(['blocked']);
    holder.close();
    const made = await work;
    expect(made).toMatchObject({ ok: true });
    if (made.ok) expect(await made.value.db.people.count()).toBe(0);
  });

  test('a shelf that cannot be written to: nothing is deleted', async () => {
    const t = await testStore('kept');
    await changePerson(t.store, 'a', ref, { note: 'kept' });
    t.store.db.close();
    const full = { ...memoryShelf(), write: async () => Promise.reject(new Error('full')) };
    expect(await rebuildDatabase(env, full, await readAll((await testStore()).store), { databaseName: 'kept' })).toMatchObject({
      ok: false,
    });
    expect(await findPerson((await testStore('kept')).store, ref)).toMatchObject({ note: 'kept' });
  });

  test('a database without our tables gives nothing and says what is lost', async () => {
    const other = new Dexie('other');
    other.version(1).stores({ people: 'uuid' });
    await other.open();
    other.close();
    expect(await salvage('other')).toMatchObject({ ok: true, value: { lost: ['marks', 'rules', 'visits', 'lists', 'hits'] } });
  });
});

describe('snapshots', () => {
  const HOUR = 3_600_000;
  test('one a day, three kept, none without a change; they read back', async () => {
    const t = await testStore();
    const shelf = memoryShelf();
    const taken: string[] = [];
    for (let day = 0; day < 5; day++) {
      await changePerson(t.store, `op${day}`, ref, { note: `day ${day}` });
      const first = await takeSnapshot(t.store, shelf, 'daily', {});
      if (first.ok && first.value) taken.push(first.value.name);
      t.time += HOUR;
      expect(await takeSnapshot(t.store, shelf, 'daily', {})).toEqual({ ok: true, value: null });
      t.time += 23 * HOUR;
    }
    expect(taken).toHaveLength(5);
    expect((await listSnapshots(shelf)).map((snapshot) => snapshot.name)).toEqual(taken.slice(2).reverse());
    // Nothing new: the old one stands.
    expect(await takeSnapshot(t.store, shelf, 'daily', {})).toEqual({ ok: true, value: null });
    expect(await readSnapshot(shelf, taken[4]!)).toMatchObject({ ok: true, value: { people: [{ note: 'day 4' }] } });
    expect(await readSnapshot(shelf, 'gone')).toMatchObject({ ok: false, problem: 'fault.snapshot' });
  });

  test('those before a restore are kept apart from the daily ones', async () => {
    const shelf = memoryShelf();
    for (let i = 0; i < 5; i++) {
      await shelve(shelf, 'daily', i, ['x']);
      await shelve(shelf, 'before', i, ['x']);
    }
    const kinds = (await listSnapshots(shelf)).map((snapshot) => snapshot.kind);
    expect(kinds.filter((kind) => kind === 'daily')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'before')).toHaveLength(3);
  });

  test('a clock that ran backwards does not stop them', async () => {
    const t = await testStore();
    const shelf = memoryShelf();
    await shelve(shelf, 'daily', t.time + 1000 * HOUR, ['x']);
    expect(await takeSnapshot(t.store, shelf, 'daily', {})).toMatchObject({ ok: true, value: { kind: 'daily' } });
  });

  test('a shelf in the private file system does the same', async () => {
    const files = new Map<string, string>();
    const folder = {
      getDirectoryHandle: async () => folder,
      keys: () => files.keys(),
      getFileHandle: async (name: string, options?: { create?: boolean }) => {
        if (!files.has(name) && !options?.create) throw new DOMException('none', 'NotFoundError');
        return {
          getFile: async () => ({ text: async () => files.get(name) ?? '' }),
          createWritable: async () => {
            let written = '';
            return {
              write: async (part: string) => {
                written += part;
              },
              close: async () => void files.set(name, written),
              abort: async () => undefined,
            };
          },
        };
      },
      removeEntry: async (name: string) => void files.delete(name),
    };
    const shelf = fileShelf({ getDirectory: async () => folder as unknown as FileSystemDirectoryHandle });
    await shelf.write('a', ['1', '2']);
    expect(await shelf.read('a')).toBe('12');
    expect(await shelf.read('b')).toBeNull();
    expect(await shelf.list()).toEqual(['a']);
    await shelf.remove('a');
    expect(await shelf.list()).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { makeBackup } from '../../../core/store/backup';
import { type EngineChoice, NO_ENGINES, readEngines, switchOffEngines, writeEngines } from '../../../core/store/engine-choice';
import { testStore } from '../../support/store';

const CHOICE: EngineChoice = { builtIn: true, server: { on: true, url: 'http://localhost:11434', model: 'small', key: 's3cret-键' } };

test('everything is off until it is chosen, and then as chosen', async () => {
  const { store } = await testStore();
  expect(await readEngines(store)).toEqual(NO_ENGINES);
  expect(await writeEngines(store, CHOICE)).toEqual({ ok: true, value: null });
  expect(await readEngines(store)).toEqual(CHOICE);
});

test('the key is neither where pages read nor in a backup', async () => {
  const { store, published } = await testStore();
  await writeEngines(store, CHOICE);
  const backup = await makeBackup(store, {});
  expect(backup.ok && backup.value).not.toContain('s3cret');
  expect(JSON.stringify([...published])).not.toContain('s3cret');
});

test.each(['', '{', 'null', '{"builtIn":1}', '{"builtIn":true,"server":{"on":true}}'])('damaged: %j is off', async (value) => {
  const { store } = await testStore();
  await store.db.meta.put({ key: 'engines', value });
  expect(await readEngines(store)).toEqual(NO_ENGINES);
});

test('a database of a newer version is not written', async () => {
  const { store } = await testStore();
  expect(await writeEngines({ ...store, readOnly: true }, CHOICE)).toMatchObject({ ok: false });
  expect(await readEngines(store)).toEqual(NO_ENGINES);
});

test('all are switched off at once, what was described stays; what was on is answered', async () => {
  const { store } = await testStore();
  await writeEngines(store, CHOICE);
  expect(await switchOffEngines(store)).toEqual(CHOICE);
  expect(await readEngines(store)).toEqual({ builtIn: false, server: { ...CHOICE.server, on: false } });
});

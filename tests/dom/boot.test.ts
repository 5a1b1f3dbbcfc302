import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { STORAGE } from '../../core/bus/protocol';
import { startBoot } from '../../entrypoints/page/boot';
import { world } from '../../entrypoints/page/world';
import { useFake } from '../support/fake-browser';

vi.mock('wxt/browser', () => import('../support/fake-browser'));

const WORDS = 'A page with words enough for somebody to look for comments among them. '.repeat(3);
const RUNNING = { hear: async () => ({ ok: true as const, value: 'heard' }) };

let fake = useFake();
beforeEach(() => {
  fake = useFake();
  document.body.textContent = WORDS;
});
afterEach(() => {
  world().boot?.stop();
  for (const part of ['boot', 'finder', 'session'] as const) delete world()[part];
});

/** Scripts of ours that the background was asked for so far. */
const listenToAsks = () => {
  const asked: string[][] = [];
  fake.state.send = async (message) => {
    const { command, ask } = message as { command: string; ask: { parts: string[] } };
    if (command === 'page.bring') asked.push(ask.parts);
    return { ok: true, value: null };
  };
  return asked;
};
const ring = () => fake.browser.storage.local.set({ [STORAGE.settings]: { theme: 'dark' } });
const point = () =>
  new Promise((resolve) => {
    fake.browser.runtime.onMessage.emit({ postil: 1, command: 'page.hideAll', ask: {} }, { id: fake.browser.runtime.id }, resolve);
  });

test('a scout that could not be had is sent for again when something changes', async () => {
  const asked = listenToAsks();
  startBoot(document);
  await vi.waitFor(() => expect(asked).toEqual([['finder']]));
  await ring();
  await vi.waitFor(() => expect(asked).toEqual([['finder'], ['finder']]));
});

test('a session that fails to start leaves nothing held back, is reported, and is tried again', async () => {
  listenToAsks();
  const reported: unknown[] = [];
  const listen = (event: ErrorEvent) => {
    reported.push(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('error', listen, { capture: true });
  let tries = 0;
  world().finder = {} as never;
  world().session = () => {
    tries++;
    if (tries === 1) throw new Error('no session today');
    return RUNNING;
  };
  startBoot(document);
  expect(await point()).toBeUndefined();
  expect(reported).toMatchObject([{ message: 'no session today' }]);
  expect(await point()).toEqual({ ok: true, value: 'heard' });
  expect(tries).toBe(2);
  window.removeEventListener('error', listen, { capture: true });
});

test('a page whose extension was updated away lets go', async () => {
  fake.state.send = async () => {
    fake.browser.runtime.id = undefined;
    return undefined;
  };
  startBoot(document);
  await vi.waitFor(() => expect(world().boot?.signal.aborted).toBe(true));
});

import { describe, expect, test } from 'vitest';
import { findTrialMl, type TrialMl, trialEngine } from '../../../core/engines/trial-engine';
import type { EngineRequest } from '../../../core/summary/model';

const REQUEST: EngineRequest = {
  source: 'The bridge holds. “It is old,” she said.',
  title: 'Bridge',
  kind: 'story',
  lang: 'en',
  sentences: 2,
};
const never = () => new Promise<never>(() => undefined);

function fake(run: () => Promise<unknown>, create: () => Promise<unknown> = async () => undefined) {
  const listeners = new Set<(data: unknown) => void>();
  const ml: TrialMl = {
    createEngine: async () => {
      for (const listener of listeners) listener({ progress: 50 });
      return create();
    },
    runEngine: run,
    onProgress: { addListener: (one) => void listeners.add(one), removeListener: (one) => void listeners.delete(one) },
  };
  return { ml, listeners };
}
const go = (ml: TrialMl | null, stop = new AbortController(), loads: number[] = [], limit = 30) =>
  trialEngine(() => ml, limit).summarise(REQUEST, { signal: stop.signal, onText: () => undefined, onLoad: (loaded) => loads.push(loaded) });

describe('Firefox’s trial model', () => {
  test('is looked for where it is, and only there', () => {
    expect(findTrialMl({})).toBeNull();
    expect(findTrialMl({ trial: {} })).toBeNull();
    expect(findTrialMl({ trial: { ml: fake(never).ml } })).not.toBeNull();
  });

  test('knows English only, and asks for its permission first', async () => {
    expect(await trialEngine(() => fake(never).ml).state('zh')).toEqual({ state: 'unavailable', reason: 'language' });
    expect(await trialEngine(() => null).state('en-GB')).toEqual({ state: 'unavailable', reason: 'permission' });
    expect(await trialEngine(() => fake(never).ml).state('en')).toEqual({ state: 'downloadable' });
  });

  test.each([
    ['a list', [{ summary_text: 'The bridge holds.' }]],
    ['a list under output', { output: [{ summary_text: 'The bridge holds.' }] }],
  ])('gives its text, %s', async (_, answer) => {
    const loads: number[] = [];
    const { ml, listeners } = fake(async () => answer);
    expect(await go(ml, undefined, loads)).toEqual({ ok: true, text: 'The bridge holds.', dropped: 0, sent: 0, host: null });
    expect(loads).toEqual([0.5]);
    expect(listeners.size).toBe(0);
  });

  test('a quotation that the page does not have is left out', async () => {
    const { ml } = fake(async () => [{ summary_text: 'The bridge holds. “It will fall,” she said.' }]);
    expect(await go(ml)).toMatchObject({ ok: true, text: 'The bridge holds.', dropped: 1 });
  });

  test.each<[string, TrialMl | null, string]>([
    ['no API', null, 'refused'],
    ['switched off in the browser', fake(never, () => Promise.reject(new Error('disabled'))).ml, 'refused'],
    ['never answers', fake(never).ml, 'timeout'],
    ['answers something else', fake(async () => ({ output: 'x' })).ml, 'unreadable'],
    ['answers nothing', fake(async () => [{ summary_text: ' ' }]).ml, 'unreadable'],
  ])('%s', async (_, ml, problem) => {
    expect(await go(ml)).toEqual({ ok: false, problem, status: null });
  });

  test('is cancelled while it loads and while it runs', async () => {
    for (const { ml, listeners } of [fake(never), fake(never, never)]) {
      const stop = new AbortController();
      const result = go(ml, stop);
      setTimeout(() => stop.abort(), 5);
      expect(await result).toEqual({ ok: false, problem: 'cancelled', status: null });
      expect(listeners.size).toBe(0);
    }
  });
});

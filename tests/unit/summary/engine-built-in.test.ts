import { describe, expect, test } from 'vitest';
import { builtInEngine, findSummarizer, type SummarizerFactory } from '../../../core/engines/built-in-engine';
import type { EngineRequest } from '../../../core/summary/model';

const REQUEST: EngineRequest = { source: 'The old bridge stays open.', title: 'The bridge', kind: 'story', lang: 'en', sentences: 3 };
const fault = (name: string) => Object.assign(new Error(name), { name });

/** A summariser like Chrome's, with the parts that a test wants otherwise. */
function factory({
  states = { en: 'available' } as Readonly<Record<string, string>>,
  pieces = ['The bridge ', 'stays.'],
  quota = 1000,
  loads = [] as readonly number[],
  fails = null as Error | null,
  hangs = false,
} = {}): SummarizerFactory & { readonly destroyed: () => boolean } {
  let destroyed = false;
  return {
    destroyed: () => destroyed,
    availability: async ({ outputLanguage }) => states[outputLanguage] ?? 'unavailable',
    create: async ({ monitor }) => {
      monitor({
        addEventListener: (_, listener) => {
          for (const loaded of loads) listener({ loaded });
        },
      });
      if (fails) throw fails;
      return {
        inputQuota: quota,
        measureInputUsage: async (text) => text.length,
        summarizeStreaming: (_, options) =>
          new ReadableStream<string>({
            start(controller) {
              for (const piece of pieces) controller.enqueue(piece);
              if (hangs) options?.signal?.addEventListener('abort', () => controller.error(fault('AbortError')));
              else controller.close();
            },
          }),
        destroy: () => {
          destroyed = true;
        },
      };
    },
  };
}
const run = (
  made: SummarizerFactory,
  { signal = new AbortController().signal, limitMs = 5000, onText = (_: string) => {}, onLoad = (_: number) => {} } = {},
) => builtInEngine(made, limitMs).summarise(REQUEST, { signal, onText, onLoad });

describe('state', () => {
  test.each([
    [{ en: 'available' }, 'en-GB', { state: 'ready' }],
    [{ en: 'downloadable' }, 'en', { state: 'downloadable' }],
    [{ en: 'downloading' }, 'en', { state: 'downloading', loaded: 0 }],
    [{ en: 'available' }, 'zh', { state: 'unavailable', reason: 'language' }],
    [{}, 'en', { state: 'unavailable', reason: 'device' }],
    [{}, 'zh', { state: 'unavailable', reason: 'device' }],
  ] as const)('%j for %s', async (states, lang, state) => {
    expect(await builtInEngine(factory({ states: states as Readonly<Record<string, string>> })).state(lang)).toEqual(state);
  });

  test('a browser without it', async () => {
    expect(findSummarizer({})).toBeNull();
    expect(await builtInEngine(null).state('en')).toEqual({ state: 'unavailable', reason: 'unsupported' });
  });

  test('a function with both parts is found', () => {
    const made = Object.assign(() => {}, { availability: () => {}, create: () => {} });
    expect(findSummarizer({ Summarizer: made })).toBe(made);
    expect(findSummarizer({ Summarizer: { create: () => {} } })).toBeNull();
  });
});

test('the text grows, the download shows, nothing is sent, the model is let go', async () => {
  const seen: string[] = [];
  const loads: number[] = [];
  const made = factory({ loads: [0.5, 1] });
  const result = await run(made, { onText: (text) => seen.push(text), onLoad: (loaded) => loads.push(loaded) });
  expect(result).toEqual({ ok: true, text: 'The bridge stays.', sent: 0, host: null, dropped: 0 });
  expect(seen).toEqual(['The bridge', 'The bridge stays.']);
  expect(loads).toEqual([0.5, 1]);
  expect(made.destroyed()).toBe(true);
});

test.each([
  ['more than it takes', { quota: 5 }, 'quota'],
  ['quota at creation', { fails: fault('QuotaExceededError') }, 'quota'],
  ['no click', { fails: fault('NotAllowedError') }, 'forbidden'],
  ['no such language', { fails: fault('NotSupportedError') }, 'refused'],
  ['a download that breaks', { fails: fault('NetworkError') }, 'download'],
  ['anything else', { fails: fault('UnknownError') }, 'unreadable'],
  ['nothing said', { pieces: [] }, 'unreadable'],
  ['a book', { pieces: ['x'.repeat(70_000)] }, 'too-long'],
])('%s', async (_, options, problem) => {
  expect(await run(factory(options))).toEqual({ ok: false, problem, status: null });
});

test('cancelled and timed out', async () => {
  const stop = new AbortController();
  expect(await run(factory({ hangs: true }), { signal: stop.signal, onText: () => stop.abort() })).toMatchObject({ problem: 'cancelled' });
  expect(await run(factory({ hangs: true }), { limitMs: 40 })).toMatchObject({ problem: 'timeout' });
  expect(await run(factory(), { signal: AbortSignal.abort() })).toMatchObject({ problem: 'cancelled' });
});

import { isObject } from '../model/check';
import type { EngineProblem, EngineResult, EngineState, SummaryEngine } from '../summary/model';
import { plainAnswer } from './plain-answer';

interface Progress {
  addListener(listener: (data: unknown) => void): void;
  removeListener(listener: (data: unknown) => void): void;
}
/** What is used of Firefox's `browser.trial.ml` (behind the optional permission `trialML`). */
export interface TrialMl {
  createEngine(options: { readonly modelHub: 'mozilla'; readonly taskName: 'summarization' }): Promise<unknown>;
  runEngine(request: { readonly args: readonly string[]; readonly options?: { readonly max_new_tokens: number } }): Promise<unknown>;
  readonly onProgress: Progress;
}

/** The permission that brings the API; types of the browser's API do not know it yet. */
export const TRIAL: { permissions: never[] } = { permissions: ['trialML' as never] };

/** Firefox's trial model, null where the browser has none or has not granted it. The only place that looks for it. */
export function findTrialMl(browser: object): TrialMl | null {
  const { trial } = browser as { readonly trial?: unknown };
  const ml = isObject(trial) ? trial.ml : null;
  return isObject(ml) && typeof ml.createEngine === 'function' && typeof ml.runEngine === 'function' ? (ml as unknown as TrialMl) : null;
}

/** The model reads about 1,000 tokens; what is behind them it would not see. */
const MAX_SOURCE = 4_000;
/** Tokens of the answer for each sentence asked for. */
const TOKENS_EACH = 40;
/** Without the download. */
const LIMIT_MS = 180_000;

/** The text of an answer: `[{summary_text}]`, bare or under `output`. null: it is none. */
function textOf(answer: unknown): string | null {
  const list: unknown = isObject(answer) && !Array.isArray(answer) ? answer.output : answer;
  const first: unknown = Array.isArray(list) ? list[0] : null;
  return isObject(first) && typeof first.summary_text === 'string' ? first.summary_text : null;
}

/** How much of the model is there, 0 to 1, from a report of the browser's (percent); null if it tells of something else. */
function loadedOf(data: unknown): number | null {
  return isObject(data) && typeof data.progress === 'number' && data.progress >= 0 && data.progress <= 100 ? data.progress / 100 : null;
}

/**
 * Firefox's own summariser, on the device. `find` looks for the API each time: it appears when the permission is granted. The browser
 * cannot be asked whether the model is there already; it knows English only, gives its answer in one piece, and what runs in it cannot be
 * stopped: a cancelled answer is left unread.
 */
export function trialEngine(find: () => TrialMl | null, limitMs: number = LIMIT_MS): SummaryEngine {
  return {
    name: 'Firefox',
    async state(lang): Promise<EngineState> {
      if (!/^en\b/i.test(lang)) return { state: 'unavailable', reason: 'language' };
      return find() ? { state: 'downloadable' } : { state: 'unavailable', reason: 'permission' };
    },
    async summarise(request, { signal, onLoad }): Promise<EngineResult> {
      const failed = (problem: EngineProblem): EngineResult => ({ ok: false, problem, status: null });
      const ml = find();
      if (!ml) return failed('refused');
      if (signal.aborted) return failed('cancelled');
      let limit: ReturnType<typeof setTimeout> | undefined;
      const ended = new Promise<EngineProblem>((resolve) => {
        signal.addEventListener('abort', () => resolve('cancelled'));
      });
      const heard = (data: unknown) => {
        const loaded = loadedOf(data);
        if (loaded !== null) onLoad?.(loaded);
      };
      ml.onProgress.addListener(heard);
      try {
        const made = await Promise.race([ml.createEngine({ modelHub: 'mozilla', taskName: 'summarization' }).then(() => null), ended]);
        if (made !== null) return failed(made);
        const late = new Promise<EngineProblem>((resolve) => {
          limit = setTimeout(() => resolve('timeout'), limitMs);
        });
        const source = request.source.slice(0, MAX_SOURCE);
        const run = ml.runEngine({ args: [source], options: { max_new_tokens: request.sentences * TOKENS_EACH } });
        const answer = await Promise.race([run.then((value) => ({ value })), ended, late]);
        if (typeof answer === 'string') return failed(answer);
        const text = textOf(answer.value);
        return text === null ? failed('unreadable') : plainAnswer(text, request, { sent: 0, host: null });
      } catch {
        // Switched off in the browser, or no room for the model: it says so in words only.
        return failed('refused');
      } finally {
        clearTimeout(limit);
        ml.onProgress.removeListener(heard);
      }
    },
  };
}

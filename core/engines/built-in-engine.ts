import type { EngineProblem, EngineResult, EngineState, SummaryEngine } from '../summary/model';
import { plainAnswer, showGrowing } from './plain-answer';
import { createStopReason } from './stop-reason';

interface Summarizer {
  readonly inputQuota?: number;
  measureInputUsage?(text: string, options?: { readonly signal?: AbortSignal }): Promise<number>;
  summarizeStreaming(text: string, options?: { readonly context?: string; readonly signal?: AbortSignal }): ReadableStream<string>;
  destroy?(): void;
}
interface Options {
  readonly type: 'tldr';
  readonly format: 'plain-text';
  readonly length: 'short' | 'medium' | 'long';
  readonly expectedInputLanguages: readonly string[];
  readonly outputLanguage: string;
}
/** What is used of Chrome's `Summarizer` (138 and later, windows only). */
export interface SummarizerFactory {
  availability(options: Options): Promise<string>;
  create(
    options: Options & {
      readonly signal: AbortSignal;
      readonly monitor: (monitor: {
        addEventListener(type: 'downloadprogress', listener: (event: { readonly loaded: number }) => void): void;
      }) => void;
    },
  ): Promise<Summarizer>;
}

/** The browser's summariser, null where there is none. The only place that looks for it. */
export function findSummarizer(scope: object): SummarizerFactory | null {
  const found: unknown = (scope as { readonly Summarizer?: unknown }).Summarizer;
  const able =
    (typeof found === 'function' || (typeof found === 'object' && found !== null)) && 'availability' in found && 'create' in found;
  return able ? (found as unknown as SummarizerFactory) : null;
}

const MAX_TEXT = 64 * 1024;
/** Without the download, which may take long and shows its progress. */
const LIMIT_MS = 180_000;
/** `zh-TW` → `zh`: that is how the browser names what its model knows. */
const base = (lang: string) => lang.split('-')[0]!.toLowerCase();
const optionsFor = (lang: string, sentences = 3): Options => ({
  type: 'tldr',
  format: 'plain-text',
  length: sentences <= 1 ? 'short' : sentences <= 3 ? 'medium' : 'long',
  expectedInputLanguages: [base(lang)],
  outputLanguage: base(lang),
});
const PROBLEMS: Readonly<Record<string, EngineProblem>> = {
  QuotaExceededError: 'quota',
  NotAllowedError: 'forbidden',
  NotSupportedError: 'refused',
  NetworkError: 'download',
};

/** The browser's own summariser; nothing is sent. `factory` as `findSummarizer` gave it. */
export function builtInEngine(factory: SummarizerFactory | null, limitMs: number = LIMIT_MS): SummaryEngine {
  return {
    name: 'Chrome',
    async state(lang): Promise<EngineState> {
      if (!factory) return { state: 'unavailable', reason: 'unsupported' };
      try {
        const answer = await factory.availability(optionsFor(lang));
        if (answer === 'available') return { state: 'ready' };
        if (answer === 'downloadable') return { state: 'downloadable' };
        if (answer === 'downloading') return { state: 'downloading', loaded: 0 };
        // Where English cannot be summarised either it is not the language.
        const english = base(lang) === 'en' ? answer : await factory.availability(optionsFor('en'));
        return { state: 'unavailable', reason: english === 'unavailable' ? 'device' : 'language' };
      } catch {
        return { state: 'unavailable', reason: 'device' };
      }
    },
    async summarise(request, { signal, onText, onLoad }): Promise<EngineResult> {
      const failed = (problem: EngineProblem): EngineResult => ({ ok: false, problem, status: null });
      if (!factory) return failed('refused');
      if (signal.aborted) return failed('cancelled');
      const reason = createStopReason(signal);
      const { end } = reason;
      let limit: ReturnType<typeof setTimeout> | undefined;
      let summarizer: Summarizer | null = null;
      try {
        // Nothing is awaited before: a download needs the click itself.
        summarizer = await factory.create({
          ...optionsFor(request.lang, request.sentences),
          signal: reason.signal,
          monitor: (monitor) => monitor.addEventListener('downloadprogress', ({ loaded }) => onLoad?.(loaded)),
        });
        limit = setTimeout(() => end('timeout'), limitMs);
        const usage = await summarizer.measureInputUsage?.(request.source, { signal: reason.signal });
        if (usage !== undefined && summarizer.inputQuota !== undefined && usage > summarizer.inputQuota) return failed('quota');
        const reader = summarizer.summarizeStreaming(request.source, { context: request.title, signal: reason.signal }).getReader();
        const show = showGrowing(request, onText);
        let text = '';
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          text += value;
          if (text.length > MAX_TEXT) return failed('too-long');
          show(text);
        }
        return plainAnswer(text, request, { sent: 0, host: null });
      } catch (fault) {
        return failed(reason.why() ?? PROBLEMS[(fault as { readonly name?: string } | null)?.name ?? ''] ?? 'unreadable');
      } finally {
        clearTimeout(limit);
        reason.stop();
        summarizer?.destroy?.();
      }
    },
  };
}

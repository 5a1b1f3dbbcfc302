import { buildPrompt, type EngineProblem, type EngineResult, type SummaryEngine } from '../summary/model';
import { plainAnswer, showGrowing } from './plain-answer';
import { readStream } from './read-stream';
import { serverAddress } from './server-address';
import { createStopReason } from './stop-reason';

/** A server that speaks the OpenAI chat protocol (Ollama, LM Studio, llama.cpp) as its owner described it. */
export interface Server {
  readonly url: string;
  readonly model: string;
  /** '' = none. Sent to that server only. */
  readonly key: string;
}

/** What the engine takes from its surroundings, so that tests can set it. */
export interface ServerEnv {
  readonly fetch: typeof fetch;
  /** Whether the browser grants this origin. Does not ask. */
  readonly granted: (origin: string) => Promise<boolean>;
  /** A fresh word of letters and digits that no page can know. */
  readonly newMark: () => string;
  /** Longest silence: a large model takes up to a minute to load before its first word. */
  readonly silenceMs?: number;
  readonly limitMs?: number;
}

const SILENCE_MS = 90_000;
const LIMIT_MS = 300_000;
/** About 10,000 tokens of English. Small models forget the beginning of anything longer. */
const MAX_SOURCE = 40_000;

const STATUS: Readonly<Record<number, EngineProblem>> = { 401: 'forbidden', 403: 'forbidden', 402: 'quota', 413: 'quota', 429: 'quota' };

/** An engine over a server's chat endpoint. Throws if the address is none: it was checked when it was kept. */
export function serverEngine(server: Server, env: ServerEnv): SummaryEngine {
  const address = serverAddress(server.url);
  if (!address) throw new Error(`serverEngine: url must be an https address or one on this device, got "${server.url}"`);
  const { endpoint, host, origin } = address;
  return {
    name: `${server.model} (${host})`,
    async state() {
      return (await env.granted(origin)) ? { state: 'ready' } : { state: 'unavailable', reason: 'permission' };
    },
    async summarise(request, { signal, onText }) {
      const failed = (problem: EngineProblem, status: number | null = null): EngineResult => ({ ok: false, problem, status });
      if (signal.aborted) return failed('cancelled');
      const reason = createStopReason(signal);
      const { end } = reason;
      let silence = setTimeout(() => end('timeout'), env.silenceMs ?? SILENCE_MS);
      const limit = setTimeout(() => end('timeout'), env.limitMs ?? LIMIT_MS);
      const heard = () => {
        clearTimeout(silence);
        silence = setTimeout(() => end('timeout'), env.silenceMs ?? SILENCE_MS);
      };

      const { system, user } = buildPrompt({ ...request, source: request.source.slice(0, MAX_SOURCE) }, env.newMark());
      let begun = false;
      try {
        // A redirect could carry the text to another host than the one that was allowed and is shown.
        const response = await env.fetch(endpoint, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...(server.key === '' ? {} : { Authorization: `Bearer ${server.key}` }) },
          body: JSON.stringify({
            model: server.model,
            stream: true,
            messages: [
              { role: 'system', content: system },
              { role: 'user', content: user },
            ],
          }),
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          cache: 'no-store',
          redirect: 'error',
          signal: reason.signal,
        });
        if (!response.ok) return failed(STATUS[response.status] ?? 'refused', response.status);
        const reader = response.body?.getReader();
        if (!reader) return failed('unreadable');
        begun = true;
        const answer = await readStream(
          async () => {
            const piece = await reader.read();
            heard();
            return piece;
          },
          showGrowing(request, onText),
        );
        if (!answer.ok) return answer;
        return plainAnswer(answer.text, request, { sent: system.length + user.length, host });
      } catch {
        return failed(reason.why() ?? (begun ? 'cut-off' : 'refused'));
      } finally {
        clearTimeout(silence);
        clearTimeout(limit);
        // Whatever still comes is not wanted: an endless answer ends here.
        reason.stop();
      }
    },
  };
}

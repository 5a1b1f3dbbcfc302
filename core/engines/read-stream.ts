import { isObject } from '../model/check';
import type { EngineProblem } from '../summary/model';

/** An answer of a summary is a few hundred characters; 64 KB of text is a model that does not stop. */
const MAX_TEXT = 64 * 1024;
/** All bytes: each piece of text comes in about 200 bytes of JSON, and thinking comes beside it. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Characters of one line, or of an answer that is one object. */
const MAX_PART = 256 * 1024;

/** The status of a failure that is told inside an answer: servers send it behind a 200. */
const IN_ANSWER = 200;

/** What an answer came to. */
export type Answer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: EngineProblem; readonly status: number | null };

const fail = (problem: EngineProblem): Answer => ({ ok: false, problem, status: null });

/** The text and the end of one answer object, streamed (`delta`) or whole (`message`). null: it is not one. */
function readPart(json: string): { readonly text: string; readonly finish: string | null; readonly fault: boolean } | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  if (Object.hasOwn(value, 'error') && value.error !== null) return { text: '', finish: null, fault: true };
  if (!Array.isArray(value.choices)) return null;
  // The last piece of a stream may carry figures only.
  const choice: unknown = value.choices[0];
  if (!isObject(choice)) return { text: '', finish: null, fault: false };
  const holder = isObject(choice.delta) ? choice.delta : isObject(choice.message) ? choice.message : {};
  const text = typeof holder.content === 'string' ? holder.content : '';
  return { text, finish: typeof choice.finish_reason === 'string' ? choice.finish_reason : null, fault: false };
}

/**
 * Reads an answer of the chat protocol as it comes, streamed as `data:` lines or as one JSON object, in chunks cut anywhere. At most 64 KB
 * of text, 256 KB a line and 4 MB in all (`too-long`); an end without `stop` or `[DONE]` is `cut-off`; anything else is `unreadable`. `onText` has the
 * text so far. What `read` throws goes to the caller.
 */
export async function readStream(
  read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array }>,
  onText: (text: string) => void,
): Promise<Answer> {
  const decoder = new TextDecoder();
  let rest = '';
  let text = '';
  let bytes = 0;
  let ended: string | null = null;

  /** A problem ends the reading; null goes on. */
  const take = (json: string): Answer | null => {
    const part = readPart(json);
    if (!part) return fail('unreadable');
    if (part.fault) return { ok: false, problem: 'refused', status: IN_ANSWER };
    text += part.text;
    ended = part.finish ?? ended;
    if (text.length > MAX_TEXT) return fail('too-long');
    if (part.text !== '') onText(text);
    return null;
  };
  const finish = (): Answer => {
    if (ended === null || ended === 'length') return fail('cut-off');
    if (ended === 'content_filter') return fail('refused');
    return text.trim() === '' ? fail('unreadable') : { ok: true, text };
  };

  for (;;) {
    const { done, value } = await read();
    bytes += value?.length ?? 0;
    rest += decoder.decode(value, { stream: !done });
    if (bytes > MAX_BYTES || rest.length > MAX_PART) return fail('too-long');
    // One object: it is read when it is complete.
    if (/^\s*\{/.test(rest) && text === '') {
      if (!done) continue;
      return rest.trimEnd().endsWith('}') ? (take(rest) ?? finish()) : fail('cut-off');
    }
    const lines = rest.split(/\r\n|\r|\n/);
    rest = done ? '' : (lines.pop() ?? '');
    for (const [index, line] of lines.entries()) {
      if (!line.startsWith('data:')) {
        // Comments and the other fields of the event format are left out; a page of HTML is no event stream.
        if (line === '' || /^(?::|event:|id:|retry:)/.test(line)) continue;
        return fail('unreadable');
      }
      const json = line.slice(5).trim();
      if (json === '[DONE]') {
        ended ??= 'stop';
        return finish();
      }
      const problem = json === '' ? null : take(json);
      // The last line has no end: what cannot be read of it was broken off.
      if (problem?.ok === false && problem.problem === 'unreadable' && done && index === lines.length - 1) return fail('cut-off');
      if (problem) return problem;
    }
    if (done) return bytes === 0 ? fail('unreadable') : finish();
  }
}

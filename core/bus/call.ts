import { browser } from 'wxt/browser';
import { isObject } from '../model/check';
import { refused } from '../model/result';
import { ringPrivate } from './private';
import type { AnswerTo, Ask, Command, Message, PageCommand, PageCommands, Reply } from './protocol';

/** Problems of the channel itself, beside those that a handler names. Catalogue keys. */
export const FAULT = {
  /** The extension was updated or removed under this script: only a reload of the page helps. */
  orphan: 'fault.orphan',
  /** Nobody answered, several times over. */
  silent: 'fault.silent',
} as const;

/** Pauses before the second, third and fourth try. A cold worker with database answers in about 40 ms; one that was killed in between needs another start. */
const PAUSES_MS = [30, 200, 1000];

/** Asks that would do their work twice if an answer was lost: they carry no operation id and change something. */
const ONCE: ReadonlySet<string> = new Set<Command>(['rule.hits', 'ui.openLibrary']);

const isReply = (value: unknown): value is Reply<unknown> => isObject(value) && typeof value.ok === 'boolean';
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** False once the extension was updated or removed under a content script. */
export function isAlive(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/** Sends until an answer comes back: `undefined`, a closed channel and an exception all count as "not answered". */
async function send(
  command: Command | PageCommand,
  ask: unknown,
  deliver: (message: Message) => Promise<unknown>,
): Promise<Reply<unknown>> {
  const message: Message = { postil: 1, command, ask };
  const tries = ONCE.has(command) ? 1 : PAUSES_MS.length + 1;
  let where = 'no answer';
  for (let i = 0; i < tries; i++) {
    if (i > 0) await pause(PAUSES_MS[i - 1]!);
    if (!isAlive()) return refused(FAULT.orphan, command);
    try {
      const reply = await deliver(message);
      if (isReply(reply)) return reply;
      where = 'no answer';
    } catch (fault) {
      where = fault instanceof Error ? fault.message : String(fault);
    }
  }
  return refused(isAlive() ? FAULT.silent : FAULT.orphan, `${command}: ${where}`);
}

/**
 * Asks the background, from any context. Retried a bounded number of times with the very same ask: a write carries its
 * operation id and is done once however often it arrives; the few asks that are neither reads nor carry an id go out once.
 * Never throws: failure is `{ok: false}` with a catalogue key or a handler's own problem.
 */
export async function ask<C extends Command>(command: C, question: Ask<C>): Promise<Reply<AnswerTo<C>>> {
  const reply = await send(command, question, (message) => browser.runtime.sendMessage(message));
  if (reply.ok) ringPrivate(command);
  return reply as Reply<AnswerTo<C>>;
}

/** Asks a tab's content script (the top frame unless told otherwise). A tab without one answers `fault.silent` after one try. */
export async function askTab<C extends PageCommand>(
  tabId: number,
  command: C,
  question: PageCommands[C]['ask'],
  { frameId = 0 }: { readonly frameId?: number } = {},
): Promise<Reply<PageCommands[C]['answer']>> {
  const message: Message = { postil: 1, command, ask: question };
  try {
    const reply: unknown = await browser.tabs.sendMessage(tabId, message, { frameId });
    if (isReply(reply)) return reply as Reply<PageCommands[C]['answer']>;
    return refused(FAULT.silent, `${command}: no answer`);
  } catch (fault) {
    return refused(FAULT.silent, `${command}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

import { browser } from 'wxt/browser';
import { type Check, checked, isObject } from '../model/check';
import { refused } from '../model/result';
import type { AnswerTo, Ask, Command, PageCommand, PageCommands, Reply } from './protocol';

/** Who asks. */
export interface Sender {
  /** The page's or frame's own address; '' if unknown. */
  readonly url: string;
  /** An extension page of ours (popup, library, …), not a content script. */
  readonly own: boolean;
  readonly tabId: number | null;
  readonly frameId: number;
  /** A private window: nothing may reach the disk. */
  readonly incognito: boolean;
}

/** One handler and one check for every command: leaving one out does not compile. */
export type Handlers = { readonly [C in Command]: (ask: Ask<C>, sender: Sender) => Promise<Reply<AnswerTo<C>>> };
export type Checks = { readonly [C in Command]: Check<Ask<C>> };
export type PageHandlers = { readonly [C in PageCommand]: (ask: PageCommands[C]['ask']) => Promise<PageCommands[C]['answer']> };
export type PageChecks = { readonly [C in PageCommand]: Check<PageCommands[C]['ask']> };

interface RawSender {
  readonly id?: string;
  readonly url?: string;
  readonly frameId?: number;
  readonly tab?: { readonly id?: number; readonly incognito?: boolean };
}

function senderOf(raw: RawSender): Sender {
  const url = raw.url ?? '';
  return {
    url,
    own: raw.id === browser.runtime.id && url.startsWith(browser.runtime.getURL('/')),
    tabId: raw.tab?.id ?? null,
    frameId: raw.frameId ?? 0,
    incognito: raw.tab?.incognito === true,
  };
}

const problemOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

type Run = (command: string, ask: unknown, raw: RawSender) => Promise<Reply<unknown>>;

/** What one message is answered: foreign ones are left to others (null), ours always get an answer. */
function hear(commands: Readonly<Record<string, unknown>>, run: Run, message: unknown, raw: RawSender): Promise<Reply<unknown>> | null {
  if (!isObject(message) || message.postil !== 1 || typeof message.command !== 'string') return null;
  const { command } = message;
  if (raw.id !== undefined && raw.id !== browser.runtime.id) return null;
  if (!Object.hasOwn(commands, command)) return null;
  return run(command, message.ask, raw).catch((fault: unknown) => refused(problemOf(fault), command));
}

function listen(commands: Readonly<Record<string, unknown>>, run: Run): () => void {
  const listener = (message: unknown, raw: RawSender, reply: (answer: unknown) => void): boolean => {
    const answer = hear(commands, run, message, raw);
    if (answer === null) return false;
    void answer.then(reply);
    // The channel stays open for the answer: the form that every browser knows.
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/**
 * Answers the commands of content scripts and extension pages; for the background. Registers at once (call it synchronously at start).
 * Every ask is checked first; what does not fit is refused with the path of the offender, and so is whatever a handler throws.
 */
export function answerCommands(handlers: Handlers, checks: Checks): () => void {
  return listen(handlers, async (command, ask, raw) => {
    const key = command as Command;
    const good = checked(checks[key] as Check<unknown>, ask, '');
    if (!good.ok) return refused(good.problem, `${command} ${good.where}`.trim());
    return (handlers[key] as (ask: unknown, sender: Sender) => Promise<Reply<unknown>>)(good.value, senderOf(raw));
  });
}

/** What a page answers to a message; null: it is meant for others. Only extension contexts are heard. */
export function hearPage(handlers: PageHandlers, checks: PageChecks): (message: unknown, sender: object) => Promise<Reply<unknown>> | null {
  const run: Run = async (command, ask, raw) => {
    // A content script of another frame or tab cannot reach us, but a shared channel may: only the extension's own pages and its background ask.
    if (raw.tab !== undefined && !senderOf(raw).own) return refused('fault.notAllowed', command);
    const key = command as PageCommand;
    const good = checked(checks[key] as Check<unknown>, ask, '');
    if (!good.ok) return refused(good.problem, `${command} ${good.where}`.trim());
    const value = await (handlers[key] as (ask: unknown) => Promise<unknown>)(good.value);
    return { ok: true, value };
  };
  return (message, sender) => hear(handlers, run, message, sender);
}

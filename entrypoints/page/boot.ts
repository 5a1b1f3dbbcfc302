import { browser } from 'wxt/browser';
import { readStored, watchStored } from '../../core/bus/bell';
import { ask, isAlive } from '../../core/bus/call';
import type { PagePart } from '../../core/bus/protocol';
import type { Adapter } from '../../core/model/adapter';
import { siteOf } from '../../core/model/address';
import { ok } from '../../core/model/result';
import { createCurtain } from '../../core/page/curtain';
import type { Found } from '../../core/page/found';
import { isLoading } from '../../core/page/safe-write';
import { sweep } from '../../core/page/sweep';
import { clearUp } from './clear-up';
import { hasWords } from './has-words';
import { adaptersIn, bellKeys, hasMarksIn, isOffIn, type Stored, stateKeys } from './stored';
import { watchUse } from './watch-use';
import { type PageBoot, type RunningSession, world } from './world';

/** What is answered without a session: the background looks whether somebody is there, the library asks every open tab what a rule would do. */
const SHORT: Readonly<Record<string, unknown>> = { 'page.point': null, 'page.preview': { of: 0, would: [] }, 'page.stop': null };

/** Starts Postil on a page, once: one read of storage tells whether there is anything to do here and how much of Postil it takes. */
export function startBoot(document: Document): void {
  const shared = world();
  // Registered and injected by hand at once, or injected twice: one boot a page.
  if (shared.boot && !shared.boot.signal.aborted) return;
  // A script that is injected into a page that is already there may follow one that was updated away.
  if (!isLoading(document)) clearUp(document, sweep(document));

  const stopper = new AbortController();
  const { signal } = stopper;
  const site = siteOf(document.location.href);
  const curtain = createCurtain(document, signal, Math.random().toString(36).slice(2));
  let stored = readStored(stateKeys(site));
  let adapters: readonly Adapter[] = [];
  let answered = false;
  let known = false;
  let running: Promise<RunningSession | null> | null = null;
  let scouting: AbortController | null = null;

  const has = (part: PagePart) => Boolean(shared[part]);
  const boot: PageBoot = {
    document,
    site,
    signal,
    curtain,
    stored: () => stored,
    adapters: () => adapters,
    async bring(parts) {
      const missing = parts.filter((part) => !has(part));
      if (missing.length > 0) await ask('page.bring', { parts: missing });
      return !signal.aborted && parts.every(has);
    },
    arrived() {
      if (!answered) curtain.veil('expected');
      else if (known) void session();
    },
    stop: () => stopper.abort(),
  };
  shared.boot = boot;
  signal.addEventListener('abort', () => scouting?.abort(), { once: true });

  /** The session of this page, started when it is first needed. null: it could not be had. */
  function session(first: Found | null = null): Promise<RunningSession | null> {
    scouting?.abort();
    running ??= boot
      .bring(['finder', 'session'])
      .then((is) => (is ? shared.session!(boot, first) : gone()))
      .catch((fault: unknown) => {
        // The page must not wait for what will not come. The next one who asks tries again.
        reportError(fault);
        return gone();
      });
    return running;
  }

  /** There is no session: nothing is held back for one, and nobody is told that there is one. */
  function gone(): null {
    running = null;
    curtain.end();
    if (!isAlive()) stopper.abort();
    return null;
  }

  /** A site that nothing is known of: comments are looked for once there are words. */
  function scout(now: Stored): void {
    if (running || scouting) return;
    scouting = new AbortController();
    const own = scouting.signal;
    hasWords(document, own, async () => {
      const is = await boot.bring(['finder']);
      if (own.aborted) return;
      if (is) shared.finder!.scout(boot, now, (found) => void session(found), own);
      else if (isAlive()) scouting = null;
      else stopper.abort();
    });
  }

  function begin(now: Stored): void {
    answered = true;
    if (signal.aborted) return;
    if (isOffIn(now, site)) {
      scouting?.abort();
      scouting = null;
      curtain.end();
      return;
    }
    adapters = adaptersIn(now, site, document.location.hostname);
    known = adapters.length > 0 || hasMarksIn(now, site);
    curtain.hang(adapters);
    if (known || has('session')) void session();
    else if (isLoading(document)) document.addEventListener('DOMContentLoaded', () => scout(now), { signal, once: true });
    else scout(now);
  }

  // The scripts of a known site come with the page; where they do not, it may still be one that was learned a moment ago.
  curtain.veil(has('session') ? 'expected' : 'unknown');
  void stored.then(begin, () => curtain.end());
  // The site is switched off or on, its first mark is made elsewhere. A session listens for itself.
  watchStored(
    bellKeys(site),
    () => {
      if (running) return;
      stored = readStored(stateKeys(site));
      void stored.then(begin);
    },
    signal,
  );
  watchUse(document, () => void (running ?? stored.then((now) => (isOffIn(now, site) ? null : session()))), signal);

  const listener = (message: unknown, sender: object, reply: (answer: unknown) => void): boolean => {
    const asked = message as { readonly postil?: unknown; readonly command?: unknown; readonly ask?: unknown } | null;
    if (asked?.postil !== 1 || !String(asked.command).startsWith('page.') || (sender as { id?: string }).id !== browser.runtime.id)
      return false;
    const command = String(asked.command);
    if (!running && Object.hasOwn(SHORT, command)) {
      reply(ok(SHORT[command]));
      if (command === 'page.stop') stopper.abort();
      return false;
    }
    void session().then(async (one) => reply((await one?.hear(message, sender)) ?? undefined));
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

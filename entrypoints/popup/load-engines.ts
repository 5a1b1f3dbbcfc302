import { browser } from 'wxt/browser';
import { writeStored } from '../../core/bus/bell';
import { builtInEngine, findSummarizer } from '../../core/engines/built-in-engine';
import { serverAddress } from '../../core/engines/server-address';
import { serverEngine } from '../../core/engines/server-engine';
import { findTrialMl, TRIAL, trialEngine } from '../../core/engines/trial-engine';
import { readEngines } from '../../core/store/engine-choice';
import { openStore } from '../../core/store/store';
import type { EngineState, SummaryEngine } from '../../core/summary/model';

type Permissions = Parameters<typeof browser.permissions.request>[0];

/** An engine that is switched on. `needs` is the permission that is asked for when it is not there, null for none; `trial`: Firefox's experiment. */
export interface Offer {
  readonly engine: SummaryEngine;
  readonly state: EngineState;
  readonly needs: Permissions | null;
  readonly trial: boolean;
}

/** The engines that are switched on, with their state for a language. Loaded after the popup shows: it brings the database. Never throws. */
export async function loadEngines(lang: string): Promise<readonly Offer[]> {
  const opened = await openStore({ now: () => Date.now(), newId: () => crypto.randomUUID(), publish: writeStored });
  if (!opened.ok) return [];
  const { builtIn, server } = await readEngines(opened.value);
  opened.value.db.close();
  const engines: Omit<Offer, 'state'>[] = [];
  if (builtIn)
    engines.push(
      import.meta.env.FIREFOX
        ? { engine: trialEngine(() => findTrialMl(browser)), needs: TRIAL, trial: true }
        : { engine: builtInEngine(findSummarizer(globalThis)), needs: null, trial: false },
    );
  const address = server?.on ? serverAddress(server.url) : null;
  if (server && address) {
    const engine = serverEngine(server, {
      fetch: (input, init) => fetch(input, init),
      granted: (origin) => browser.permissions.contains({ origins: [origin] }),
      newMark: () => crypto.randomUUID().replaceAll('-', ''),
    });
    engines.push({ engine, needs: { origins: [address.origin] }, trial: false });
  }
  return Promise.all(engines.map(async (offer) => ({ ...offer, state: await offer.engine.state(lang) })));
}

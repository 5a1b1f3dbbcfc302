import { browser } from 'wxt/browser';
import { writeStored } from '../../core/bus/bell';
import { builtInEngine, findSummarizer } from '../../core/engines/built-in-engine';
import { serverAddress } from '../../core/engines/server-address';
import { serverEngine } from '../../core/engines/server-engine';
import { readEngines } from '../../core/store/engine-choice';
import { openStore } from '../../core/store/store';
import type { EngineState, SummaryEngine } from '../../core/summary/model';

/** An engine that is switched on. `origin` is the permission it needs, null for none. */
export interface Offer {
  readonly engine: SummaryEngine;
  readonly state: EngineState;
  readonly origin: string | null;
}

/** The engines that are switched on, with their state for a language. Loaded after the popup shows: it brings the database. Never throws. */
export async function loadEngines(lang: string): Promise<readonly Offer[]> {
  const opened = await openStore({ now: () => Date.now(), newId: () => crypto.randomUUID(), publish: writeStored });
  if (!opened.ok) return [];
  const { builtIn, server } = await readEngines(opened.value);
  opened.value.db.close();
  const engines: Omit<Offer, 'state'>[] = [];
  if (builtIn) engines.push({ engine: builtInEngine(findSummarizer(globalThis)), origin: null });
  const address = server?.on ? serverAddress(server.url) : null;
  if (server && address) {
    const engine = serverEngine(server, {
      fetch: (input, init) => fetch(input, init),
      granted: (origin) => browser.permissions.contains({ origins: [origin] }),
      newMark: () => crypto.randomUUID().replaceAll('-', ''),
    });
    engines.push({ engine, origin: address.origin });
  }
  return Promise.all(engines.map(async (offer) => ({ ...offer, state: await offer.engine.state(lang) })));
}

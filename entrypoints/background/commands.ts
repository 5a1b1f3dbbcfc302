import { browser } from 'wxt/browser';
import type { Handlers, Sender } from '../../core/bus/answer';
import { injectFile, PAGE_UI_FILE } from '../../core/bus/inject';
import { ok, type Result, refused } from '../../core/model/result';
import type { RuleDraft } from '../../core/model/rule';
import { marksOfThread, putMark, removeMarks } from '../../core/store/marks';
import { operationSites, recentOperations, undoOperation } from '../../core/store/operations';
import { changePerson, labelsInUse, personCard } from '../../core/store/people';
import { countHits, putRule, removeRules } from '../../core/store/rules';
import type { Store } from '../../core/store/store';
import { recordVisit } from '../../core/store/visits';
import { ownRefusal, siteOfScope, siteRefusal } from './allowed';
import { showBadge, showOff } from './badge';
import { setSite, siteState } from './sites';

const NOT_ALLOWED = 'fault.notAllowed';
const PRIVATE = 'fault.private';
const RECENT_NAMED = 100;

/** A page may make rules for its own site, and switch any rule off; everything else about rules is for the extension's own pages. */
async function ruleRefusal(store: Store, sender: Sender, uuid: string | null, draft: RuleDraft): Promise<Result<never> | null> {
  if (sender.own) return null;
  const site = siteOfScope(draft.scope);
  const known = uuid === null ? null : ((await store.db.rules.get(uuid)) ?? null);
  if (known === null) return site === null ? refused(NOT_ALLOWED, 'rule scope') : siteRefusal(sender, site);
  if (!draft.enabled && JSON.stringify(known.when) === JSON.stringify(draft.when)) return null;
  const knownSite = siteOfScope(known.scope);
  if (site === null || knownSite === null) return refused(NOT_ALLOWED, 'rule scope');
  return siteRefusal(sender, site) ?? siteRefusal(sender, knownSite);
}

/** Every operation of a page must be within its site to be undone from there. */
async function undoRefusal(store: Store, sender: Sender, op: string): Promise<Result<never> | null> {
  if (sender.own) return null;
  for (const site of await operationSites(store, op)) {
    const refusal = siteRefusal(sender, site);
    if (refusal) return refusal;
  }
  return null;
}

/** One handler for each command. `open` gives the store; what it cannot give is answered as the store's own problem. */
export function commandHandlers(open: () => Promise<Result<Store>>): Handlers {
  /** Runs a body on the store after the sender was let in. Private windows never reach it. */
  const onStore = async <T>(
    sender: Sender,
    refusal: Result<never> | null,
    body: (store: Store) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    if (refusal) return refusal;
    if (sender.incognito) return refused(PRIVATE, '');
    const store = await open();
    return store.ok ? body(store.value) : store;
  };

  return {
    'person.change': (ask, sender) =>
      onStore(sender, siteRefusal(sender, ask.person.site), (store) => changePerson(store, ask.op, ask.person, ask.patch)),
    'person.get': (ask, sender) =>
      onStore(sender, siteRefusal(sender, ask.person.site), async (store) =>
        ok({ ...(await personCard(store, ask.person)), labelsInUse: await labelsInUse(store) }),
      ),
    'mark.put': (ask, sender) => onStore(sender, siteRefusal(sender, ask.on.site), (store) => putMark(store, ask.op, ask)),
    'mark.remove': (ask, sender) =>
      onStore(sender, null, async (store) => {
        const marks = sender.own ? [] : await store.db.marks.bulkGet([...ask.uuids]);
        const refusal = marks.map((mark) => (mark ? siteRefusal(sender, mark.site) : null)).find((found) => found !== null);
        return refusal ?? removeMarks(store, ask.op, ask.uuids);
      }),
    'marks.ofThread': (ask, sender) =>
      onStore(sender, siteRefusal(sender, ask.site), async (store) => ok({ marks: await marksOfThread(store, ask.site, ask.threadKey) })),
    'rule.put': (ask, sender) =>
      onStore(sender, null, async (store) => {
        const refusal = await ruleRefusal(store, sender, ask.uuid, ask.rule);
        return refusal ?? putRule(store, ask.op, ask.uuid, ask.rule);
      }),
    'rule.remove': (ask, sender) => onStore(sender, ownRefusal(sender, 'rule.remove'), (store) => removeRules(store, ask.op, ask.uuids)),
    'rule.hits': (ask, sender) =>
      sender.incognito ? Promise.resolve(ok(null)) : onStore(sender, null, (store) => countHits(store, ask.hits, ask.at)),
    'visit.record': (ask, sender) =>
      sender.incognito ? Promise.resolve(ok(null)) : onStore(sender, siteRefusal(sender, ask.site), (store) => recordVisit(store, ask)),
    'operation.undo': (ask, sender) =>
      onStore(sender, null, async (store) => (await undoRefusal(store, sender, ask.op)) ?? undoOperation(store, ask.op)),
    'operation.recent': (ask, sender) =>
      onStore(sender, ownRefusal(sender, 'operation.recent'), async (store) => {
        const rows = await recentOperations(store, Math.min(ask.limit, RECENT_NAMED));
        return ok({ operations: rows.map(({ op, at, what, values, undone }) => ({ op, at, what, values, undone: undone === 1 })) });
      }),
    'ui.inject': async (_ask, sender) => {
      if (sender.tabId === null) return refused(NOT_ALLOWED, 'ui.inject');
      await injectFile(sender.tabId, PAGE_UI_FILE, sender.frameId);
      return ok(null);
    },
    'ui.openLibrary': async (ask) => {
      const query = ask.query ? `?q=${encodeURIComponent(ask.query)}` : '';
      await browser.tabs.create({ url: browser.runtime.getURL(`/library.html#${encodeURIComponent(ask.view)}${query}` as '/') });
      return ok(null);
    },
    'page.status': async (ask, sender) => {
      if (sender.tabId !== null && sender.frameId === 0) await showBadge(sender.tabId, ask);
      return ok(null);
    },
    'site.state': async (ask, sender) => {
      if (!sender.own && ask.url !== sender.url) return refused(NOT_ALLOWED, 'site.state');
      return ok(await siteState(ask.url));
    },
    'site.set': async (ask, sender) => {
      const refusal = siteRefusal(sender, ask.site);
      if (refusal) return refusal;
      await setSite(ask.site, ask.on);
      if (!ask.on && sender.tabId !== null) await showOff(sender.tabId);
      return ok(null);
    },
  };
}

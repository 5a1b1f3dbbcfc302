import { browser } from 'wxt/browser';
import type { Handlers, Sender } from '../../core/bus/answer';
import { askTab } from '../../core/bus/call';
import { injectFiles, PART_FILES } from '../../core/bus/inject';
import { CHANGES } from '../../core/bus/private';
import { readSettings } from '../../core/bus/settings';
import { siteOf } from '../../core/model/address';
import { ok, type Result, refused } from '../../core/model/result';
import { marksOfThread, putMark, removeMarks } from '../../core/store/marks';
import { recentOperations, undoOperation } from '../../core/store/operations';
import { changePerson, seePeople } from '../../core/store/people';
import { lostMarks, notePlaces } from '../../core/store/places';
import { keepThread } from '../../core/store/recent';
import { countHits, putRule, removeRules } from '../../core/store/rules';
import type { Store } from '../../core/store/store';
import { followThread, recordVisit, visitOf } from '../../core/store/visits';
import { NOT_ALLOWED, ownRefusal, siteRefusal } from './allowed';
import { showBadge, showOff } from './badge';
import { fullCard } from './full-card';
import { keepAdapter } from './keep-adapter';
import { refreshList } from './lists';
import { createPace } from './pace';
import { adapterRefusal, ruleRefusal, undoRefusal } from './page-may';
import { type HeldState, type PrivateHandlers, privateHandlers } from './private';
import { setSite, siteState } from './sites';

const PRIVATE = 'fault.private';
const RECENT_NAMED = 100;

/** Whether the window in front is a private one: a popup or side panel has no tab of its own to tell by. */
async function isPrivateInFront(): Promise<boolean> {
  const tabs = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tabs.some((tab) => tab.incognito);
}

/** Tells the pages of private windows to decide again, but for the one that asked: it knows. */
async function ringPrivateTabs(asker: number | null): Promise<void> {
  const tabs = (await browser.tabs.query({})).filter((tab) => tab.incognito && tab.id !== undefined && tab.id !== asker);
  await Promise.all(tabs.map((tab) => askTab(tab.id!, 'page.again', null)));
}

/** What leaves something behind, on the disk or in memory. */
const WRITES: ReadonlySet<keyof Handlers> = new Set<keyof Handlers>([
  'person.change',
  'mark.put',
  'mark.remove',
  'marks.placed',
  'rule.put',
  'rule.hits',
  'visit.record',
  'thread.keep',
  'thread.follow',
  'people.seen',
  'operation.undo',
  'adapter.keep',
  'site.set',
]);

/** One handler for each command. `open` gives the store; what it cannot give is answered as the store's own problem. Private windows go their own way. */
export function commandHandlers(open: () => Promise<Result<Store>>, held: HeldState): Handlers {
  const handlers = storeHandlers(open);
  const inPrivate = privateHandlers(open, held);
  const chosen = Object.keys(inPrivate).map((command) => {
    const key = command as keyof PrivateHandlers;
    const run = async (ask: never, sender: Sender) => {
      if (!sender.incognito) return handlers[key](ask, sender);
      const reply = await inPrivate[key](ask, sender);
      if (reply.ok && CHANGES.has(key)) await ringPrivateTabs(sender.tabId);
      return reply;
    };
    return [key, run] as const;
  });
  const all = { ...handlers, ...(Object.fromEntries(chosen) as unknown as PrivateHandlers) };
  // A popup or side panel has no tab: what is done there is done in the window in front, which may be a private one.
  const inWindow = async (sender: Sender): Promise<Sender> =>
    sender.own && sender.tabId === null && (await isPrivateInFront()) ? { ...sender, incognito: true } : sender;
  const pace = createPace(async (site) => {
    const store = await open();
    if (!store.ok) return 0;
    const { people, marks } = store.value.db;
    const ofSite = marks.where('[site+threadKey]').between([site, ''], [site, '\uffff'], true, true);
    return (await people.where('site').equals(site).count()) + (await ofSite.count());
  });
  const placed = Object.keys(all).map((command) => {
    const key = command as keyof Handlers;
    const run = async (ask: never, sender: Sender) => {
      const refusal = sender.own || !WRITES.has(key) ? null : await pace(sender.url, JSON.stringify(ask).length, Date.now());
      return refusal ?? all[key](ask, await inWindow(sender));
    };
    return [key, run] as const;
  });
  return Object.fromEntries(placed) as unknown as Handlers;
}

/** Time between two tabs that pages may open. */
const BETWEEN_TABS_MS = 1000;

function storeHandlers(open: () => Promise<Result<Store>>): Handlers {
  /** Runs a body on the store after the sender was let in. Private windows never reach it. */
  const onStore = async <T>(
    sender: Sender,
    refusal: Result<never> | null,
    body: (store: Store) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    if (refusal) return refusal;
    if (sender.incognito) return refused(PRIVATE, '');
    const store = await open();
    if (!store.ok) return store;
    return body(sender.own ? store.value : { ...store.value, from: siteOf(sender.url) });
  };

  let openedAt = 0;

  return {
    'person.change': (ask, sender) =>
      onStore(sender, siteRefusal(sender, ask.person.site), (store) => changePerson(store, ask.op, ask.person, ask.patch)),
    'person.get': (ask, sender) =>
      onStore(sender, siteRefusal(sender, ask.person.site), async (store) => ok(await fullCard(store, ask.person))),
    'mark.put': (ask, sender) => onStore(sender, siteRefusal(sender, ask.on.site), (store) => putMark(store, ask.op, ask)),
    'mark.remove': (ask, sender) =>
      onStore(sender, null, async (store) => {
        const marks = sender.own ? [] : await store.db.marks.bulkGet([...ask.uuids]);
        const refusal = marks.map((mark) => (mark ? siteRefusal(sender, mark.site) : null)).find((found) => found !== null);
        return refusal ?? removeMarks(store, ask.op, ask.uuids);
      }),
    'marks.ofThread': (ask, sender) =>
      onStore(sender, siteRefusal(sender, ask.site), async (store) => ok({ marks: await marksOfThread(store, ask.site, ask.threadKey) })),
    'marks.lost': (ask, sender) =>
      onStore(sender, siteRefusal(sender, ask.site), async (store) => ok({ marks: await lostMarks(store, ask.site, ask.threadKey) })),
    'marks.placed': (ask, sender) =>
      sender.incognito
        ? Promise.resolve(ok({ lost: [] }))
        : onStore(sender, siteRefusal(sender, ask.site), (store) => notePlaces(store, ask.site, ask.threadKey, ask.places)),
    'rule.put': (ask, sender) =>
      onStore(sender, null, async (store) => {
        const refusal = await ruleRefusal(store, sender, ask.uuid, ask.rule);
        return refusal ?? putRule(store, ask.op, ask.uuid, ask.rule);
      }),
    'rule.remove': (ask, sender) => onStore(sender, ownRefusal(sender, 'rule.remove'), (store) => removeRules(store, ask.op, ask.uuids)),
    'rule.hits': (ask, sender) =>
      sender.incognito ? Promise.resolve(ok(null)) : onStore(sender, null, (store) => countHits(store, ask.hits, ask.at)),
    'visit.record': (ask, sender) =>
      sender.incognito
        ? Promise.resolve(ok(null))
        : // A visit is found by its thread alone: the key must name the page's own site too, or one site could take another's visits away.
          onStore(sender, siteRefusal(sender, ask.site) ?? siteRefusal(sender, siteOf(`https://${ask.threadKey}`)), (store) =>
            recordVisit(store, ask),
          ),
    'thread.keep': ({ thread }, sender) =>
      sender.incognito
        ? Promise.resolve(ok(null))
        : onStore(sender, siteRefusal(sender, thread.site) ?? siteRefusal(sender, siteOf(`https://${thread.key}`)), async (store) =>
            // The page may not have heard yet that the switch was turned.
            (await readSettings()).keepThreads ? keepThread(store, thread) : ok(null),
          ),
    'thread.get': (ask, sender) =>
      // As above: the thread says when it was last visited, which is the business of its own site.
      onStore(sender, siteRefusal(sender, ask.site) ?? siteRefusal(sender, siteOf(`https://${ask.threadKey}`)), async (store) => {
        const visit = await visitOf(store, ask.threadKey);
        return ok({ visit: visit && { followed: visit.followed, lastSeenAt: visit.lastSeenAt } });
      }),
    'thread.follow': ({ op, on, ...thread }, sender) =>
      onStore(sender, siteRefusal(sender, thread.site) ?? siteRefusal(sender, siteOf(`https://${thread.threadKey}`)), (store) =>
        followThread(store, op, thread, on),
      ),
    'people.seen': (ask, sender) =>
      sender.incognito
        ? Promise.resolve(ok(null))
        : onStore(sender, siteRefusal(sender, ask.site), async (store) => {
            const seen = await seePeople(
              store,
              ask.people.filter((person) => person.site === ask.site),
            );
            return seen.ok ? ok(null) : seen;
          }),
    'list.refresh': (ask, sender) =>
      onStore(sender, ownRefusal(sender, 'list.refresh'), async (store) => {
        const list = await store.db.lists.get(ask.uuid);
        return list ? refreshList(store, list) : refused('fault.list.gone', ask.uuid);
      }),
    'private.pack': (ask, sender) => Promise.resolve(siteRefusal(sender, ask.site) ?? ok({ pack: null })),
    'operation.undo': (ask, sender) =>
      onStore(sender, null, async (store) => (await undoRefusal(store, sender, ask.op)) ?? undoOperation(store, ask.op)),
    'operation.recent': (ask, sender) =>
      onStore(sender, ownRefusal(sender, 'operation.recent'), async (store) => {
        const rows = await recentOperations(store, Math.min(ask.limit, RECENT_NAMED));
        return ok({ operations: rows.map(({ op, at, what, values, undone }) => ({ op, at, what, values, undone: undone === 1 })) });
      }),
    'page.bring': async (ask, sender) => {
      if (sender.tabId === null) return refused(NOT_ALLOWED, 'page.bring');
      await injectFiles(
        sender.tabId,
        ask.parts.map((part) => PART_FILES[part]),
        sender.frameId,
      );
      return ok(null);
    },
    'adapter.keep': async ({ adapter }, sender) => {
      if (sender.incognito) return refused(PRIVATE, '');
      const refusal = adapterRefusal(sender, adapter);
      if (refusal) return refusal;
      await keepAdapter(adapter);
      return ok(null);
    },
    'ui.openLibrary': async (ask, sender) => {
      // A page's script opens one with a click; more than one a second is no click.
      if (!sender.own && Date.now() - openedAt < BETWEEN_TABS_MS) return refused(NOT_ALLOWED, 'ui.openLibrary');
      openedAt = Date.now();
      const asked = new URLSearchParams({ ...(ask.query ? { q: ask.query } : {}), ...(ask.only ? { only: ask.only } : {}) });
      const query = asked.size > 0 ? `?${asked}` : '';
      await browser.tabs.create({ url: browser.runtime.getURL(`/library.html#/${ask.view}${query}` as '/') });
      return ok(null);
    },
    'page.status': async (ask, sender) => {
      if (sender.tabId === null || sender.frameId !== 0) return ok(null);
      const { offSites } = await readSettings();
      await (offSites.includes(siteOf(sender.url)) ? showOff(sender.tabId) : showBadge(sender.tabId, ask));
      return ok(null);
    },
    'site.state': async (ask, sender) => {
      if (!sender.own && ask.url !== sender.url) return refused(NOT_ALLOWED, 'site.state');
      return ok(await siteState(ask.url));
    },
    'site.set': async (ask, sender) => {
      const refusal = siteRefusal(sender, ask.site);
      if (refusal) return refusal;
      if (sender.incognito) return refused(PRIVATE, '');
      await setSite(ask.site, ask.on);
      if (!ask.on && sender.tabId !== null) await showOff(sender.tabId);
      return ok(null);
    },
  };
}

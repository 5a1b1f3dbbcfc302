import { browser } from 'wxt/browser';
import { askTab } from '../../core/bus/call';
import { injectFiles, PAGE_FILE, PART_FILES } from '../../core/bus/inject';
import type { PagePart, SiteState } from '../../core/bus/protocol';
import { changeSettings, readSettings } from '../../core/bus/settings';
import { inTurns } from '../../core/bus/turns';
import { siteOf } from '../../core/model/address';
import { knownSites } from './known-sites';

const PAGE_ID = 'page';
const KNOWN_ID = 'known';
/** Hosts that browsers keep extensions out of, whatever was granted. */
const CLOSED_HOSTS = /^(?:chromewebstore\.google\.com|chrome\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)$/;
const inTurn = inTurns();

/** Origins that the person granted, as match patterns. `<all_urls>` counts as all http and https hosts. */
export async function grantedOrigins(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const web = origins
    .map((origin) => (origin === '<all_urls>' ? '*://*/*' : origin))
    .filter((origin) => /^(?:\*|https?):\/\//.test(origin));
  return [...new Set(web)].sort();
}

interface Registered {
  readonly id: string;
  readonly matches: readonly string[];
  readonly js: readonly string[];
}

/** Brings one registration in step; without matches there is none. */
async function put({ id, matches, js }: Registered): Promise<void> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  if (known && same(known.matches, matches) && same(known.js, js)) return;
  const script = {
    id,
    matches: [...matches],
    js: [...js],
    runAt: 'document_start' as const,
    allFrames: false,
    persistAcrossSessions: true,
  };
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

const same = (a: readonly string[] = [], b: readonly string[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);
const scriptOf = (path: string): string => path.slice(1);

async function register(): Promise<void> {
  const granted = await grantedOrigins();
  await put({ id: PAGE_ID, matches: granted, js: [scriptOf(PAGE_FILE)] });
  // Where comments are known, what holds them back and judges them comes with the page: no message could fetch it in time.
  const known = granted.length > 0 ? await knownSites() : { matches: [], patterns: false };
  const parts: readonly PagePart[] = known.patterns ? ['finder', 'engine', 'session'] : ['finder', 'session'];
  await put({ id: KNOWN_ID, matches: known.matches, js: parts.map((part) => scriptOf(PART_FILES[part])) });
}

/** Brings the registered scripts in step with the granted hosts and with the sites whose comments are known. Idempotent; several at once take turns. */
export const registerPages = (): Promise<void> => inTurn(register);

/** Injects the content script into a tab's top frame unless it answers there already. False where the browser does not let us. */
export async function injectPage(tabId: number): Promise<boolean> {
  if ((await askTab(tabId, 'page.point', { place: null })).ok) return true;
  try {
    await injectFiles(tabId, [PAGE_FILE]);
    return true;
  } catch {
    return false;
  }
}

/** Injects into the tabs that are open already on hosts that match: browsers do it for later loads only. */
export async function injectOpenTabs(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.all(tabs.filter((tab) => tab.id !== undefined && tab.discarded !== true).map((tab) => injectPage(tab.id!)));
}

/** Tells the scripts of tabs that we may no longer see to clear up and stop. */
export async function stopRevokedTabs(): Promise<void> {
  const granted = await grantedOrigins();
  const seen = granted.length > 0 ? await browser.tabs.query({ url: [...granted] }) : [];
  const kept = new Set(seen.map((tab) => tab.id));
  const tabs = (await browser.tabs.query({})).filter((tab) => tab.id !== undefined && !kept.has(tab.id));
  await Promise.all(tabs.map((tab) => askTab(tab.id!, 'page.stop', null)));
}

/** What Postil may do on a page, and whether it is switched on there. */
export async function siteState(url: string): Promise<SiteState> {
  const site = siteOf(url);
  const { offSites } = await readSettings();
  const on = !offSites.includes(site);
  const host = /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (site === '' || CLOSED_HOSTS.test(host)) return { site, access: 'closed', on };
  const granted = await browser.permissions.contains({ origins: [`*://${host}/*`] }).catch(() => false);
  return { site, access: granted ? 'granted' : 'click', on };
}

/** Switches a site on or off; its open tabs hear of it by the bell. '' is no site: nothing happens. */
export async function setSite(site: string, on: boolean): Promise<void> {
  if (site === '') return;
  await changeSettings(({ offSites }) => {
    const others = offSites.filter((off) => off !== site);
    return { offSites: on ? others : [...others, site].sort() };
  });
}

import { browser } from 'wxt/browser';
import { watchStored } from './bell';
import { findTab, readTab, type TabPage } from './page-of-tab';
import { STORAGE } from './protocol';

const SETTLE_MS = 150; // after the bell the page decides and paints first; while it loads, several changes come together
const GROWTH_MS = 4000; // threads grow while they are read; a surface that stays open looks again this often while it is seen

/** Reads the page of a tab (null: the one in front). Never throws. */
export async function readPage(tabId: number | null): Promise<TabPage> {
  const tab = await findTab(tabId);
  if (tab) return readTab(tab);
  return { kind: 'failed', tab: null, site: null, problem: 'fault.noTab', where: tabId === null ? '' : String(tabId) };
}

/** The site of a page that could be read, '' otherwise: what `watchPage` goes by. */
export const siteOfPage = (page: TabPage | null): string => (page?.kind === 'read' ? page.site.site : '');

/** Calls back after each change of rules, settings or what is known of the page's site. Gives back how to stop. */
export function watchPage(page: TabPage | null, again: () => void): () => void {
  const site = siteOfPage(page);
  const stop = new AbortController();
  if (site !== '')
    watchStored(
      [STORAGE.rules, STORAGE.settings, STORAGE.pack(site)],
      () => setTimeout(() => !stop.signal.aborted && again(), SETTLE_MS),
      stop.signal,
    );
  return () => stop.abort();
}

/** For a surface that stays open: calls back too when another tab comes to the front, a page has loaded, and now and then while we are seen. */
export function watchFront(page: TabPage | null, again: () => void): () => void {
  const stopPage = watchPage(page, again);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(again, SETTLE_MS);
  };
  const onUpdated = (_id: number, change: { readonly status?: string }) => {
    if (change.status === 'complete') soon();
  };
  browser.tabs.onActivated.addListener(soon);
  browser.tabs.onUpdated.addListener(onUpdated);
  const growth = setInterval(() => {
    if (document.visibilityState === 'visible') again();
  }, GROWTH_MS);
  return () => {
    stopPage();
    clearTimeout(timer);
    clearInterval(growth);
    browser.tabs.onActivated.removeListener(soon);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

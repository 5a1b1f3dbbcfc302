import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { watchStored } from '../../core/bus/bell';
import { findTab, readTab, type TabPage } from '../../core/bus/page-of-tab';
import { STORAGE } from '../../core/bus/protocol';

const SETTLE_MS = 150; // after the bell the page decides and paints first; while it loads, several changes come together
const GROWTH_MS = 4000; // threads grow while they are read; a surface that stays open looks again this often while it is seen

interface Options {
  /** For a surface that stays open: read again too when the tab in front changes, the page loads, and as its thread grows. */
  readonly follow?: boolean;
}

/** The page of a tab (null: the one in front), read at once and again after each change of marks, rules or settings. null while it loads. */
export function useTabPage(
  tabId: number | null,
  { follow = false }: Options = {},
): { readonly page: TabPage | null; readonly read: () => Promise<void> } {
  const [page, setPage] = useState<TabPage | null>(null);
  const turn = useRef(0);
  const read = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const tab = await findTab(tabId);
    const next: TabPage = tab
      ? await readTab(tab)
      : { kind: 'failed', tab: null, site: null, problem: 'fault.noTab', where: tabId === null ? '' : String(tabId) };
    if (mine === turn.current) setPage(next);
  }, [tabId]);

  useEffect(() => {
    void read();
    return follow ? watchFront(() => void read()) : undefined;
  }, [read, follow]);

  const site = page?.kind === 'read' ? page.site.site : null;
  useEffect(() => {
    if (site === null) return;
    const stop = new AbortController();
    watchStored([STORAGE.rules, STORAGE.settings, STORAGE.pack(site)], () => setTimeout(() => void read(), SETTLE_MS), stop.signal);
    return () => stop.abort();
  }, [site, read]);
  return { page, read };
}

/** Calls back when another tab comes to the front, a page has loaded, and now and then while we are seen. Gives back how to stop. */
function watchFront(again: () => void): () => void {
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(again, SETTLE_MS);
  };
  const onUpdated = (_id: number, change: { readonly status?: string }) => {
    if (change.status === 'complete') soon();
  };
  browser.tabs.onActivated.addListener(soon);
  browser.tabs.onUpdated.addListener(onUpdated);
  const growth = window.setInterval(() => {
    if (document.visibilityState === 'visible') again();
  }, GROWTH_MS);
  return () => {
    clearTimeout(timer);
    clearInterval(growth);
    browser.tabs.onActivated.removeListener(soon);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

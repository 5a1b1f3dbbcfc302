import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { watchStored } from '../../core/bus/bell';
import { findTab, readTab, type TabPage } from '../../core/bus/page-of-tab';
import { STORAGE } from '../../core/bus/protocol';

const SETTLE_MS = 200; // after a change the page decides and paints first; while it loads, several changes come together
const GROWTH_MS = 4000; // threads grow while they are read; the panel looks again this often while it is seen

/** The page in front (or of the tab given), read again when the tab changes, the page loads, a mark or rule changes, and as the thread grows. */
export function useFrontPage(tabId: number | null): { readonly page: TabPage | null; readonly read: () => Promise<void> } {
  const [page, setPage] = useState<TabPage | null>(null);
  const turn = useRef(0);
  const read = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const tab = await findTab(tabId);
    const next: TabPage = tab ? await readTab(tab) : { kind: 'failed', tab: null, site: null, problem: 'fault.noTab', where: '' };
    if (mine === turn.current) setPage(next);
  }, [tabId]);

  useEffect(() => {
    let timer = 0;
    const soon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void read(), SETTLE_MS);
    };
    const onUpdated = (_id: number, change: { readonly status?: string }) => {
      if (change.status === 'complete') soon();
    };
    void read();
    browser.tabs.onActivated.addListener(soon);
    browser.tabs.onUpdated.addListener(onUpdated);
    const growth = window.setInterval(() => {
      if (document.visibilityState === 'visible') void read();
    }, GROWTH_MS);
    return () => {
      clearTimeout(timer);
      clearInterval(growth);
      browser.tabs.onActivated.removeListener(soon);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [read]);

  const site = page?.kind === 'read' ? page.site.site : null;
  useEffect(() => {
    if (site === null) return;
    const stop = new AbortController();
    watchStored([STORAGE.rules, STORAGE.settings, STORAGE.pack(site)], () => setTimeout(() => void read(), SETTLE_MS), stop.signal);
    return () => stop.abort();
  }, [site, read]);
  return { page, read };
}

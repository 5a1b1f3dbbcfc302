import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { watchStored } from '../../core/bus/bell';
import { findTab, readTab, type TabPage } from '../../core/bus/page-of-tab';
import { STORAGE } from '../../core/bus/protocol';

/** After the bell the page decides again; by then it has painted. */
const SETTLE_MS = 150;

/** The page of a tab (null: the one in front), read when the popup opens and again after each change. null while it loads. */
export function useTabPage(tabId: number | null): { readonly page: TabPage | null; readonly read: () => Promise<void> } {
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

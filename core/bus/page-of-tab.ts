import { browser } from 'wxt/browser';
import { type Result, refused } from '../model/result';
import { ask, askTab, FAULT } from './call';
import { injectFiles, PAGE_FILE } from './inject';
import type { PageReport, SiteState } from './protocol';

/** A script that was just injected reads the page before it answers; a large one takes a moment. */
const PAUSES_MS = [0, 60, 200, 600, 1500];

/** A tab as far as we may see it: without a grant its address is ''. */
export interface TabSeen {
  readonly id: number;
  readonly url: string;
  readonly title: string;
}

/** What is known of a tab's page: `closed` no extension may read it, `off` switched off here, `ask` needs a click or a permission. */
export type TabPage =
  | { readonly kind: 'closed'; readonly tab: TabSeen; readonly site: SiteState | null }
  | { readonly kind: 'off'; readonly tab: TabSeen; readonly site: SiteState }
  | { readonly kind: 'ask'; readonly tab: TabSeen; readonly site: SiteState }
  | {
      readonly kind: 'failed';
      readonly tab: TabSeen | null;
      readonly site: SiteState | null;
      readonly problem: string;
      readonly where: string;
    }
  | { readonly kind: 'read'; readonly tab: TabSeen; readonly site: SiteState; readonly report: PageReport };

/** The tab with this id, or the one in front in the current window. null: there is none. */
export async function findTab(tabId: number | null): Promise<TabSeen | null> {
  const tab =
    tabId === null
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '', title: tab.title ?? '' };
}

async function askPage(tabId: number): Promise<Result<PageReport>> {
  const first = await askTab(tabId, 'page.read', null);
  if (first.ok || first.problem !== FAULT.silent) return first;
  try {
    await injectFiles(tabId, [PAGE_FILE]);
  } catch (fault) {
    return refused('fault.notReadable', fault instanceof Error ? fault.message : String(fault));
  }
  let last: Result<PageReport> = first;
  for (const wait of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    last = await askTab(tabId, 'page.read', null);
    if (last.ok || last.problem !== FAULT.silent) return last;
  }
  return last;
}

/** Reads a tab's page; where no script of ours answers yet it is injected (activeTab or a grant allows it). Never throws. */
export async function readTab(tab: TabSeen): Promise<TabPage> {
  const state = await ask('site.state', { url: tab.url });
  if (!state.ok) return { kind: 'failed', tab, site: null, problem: state.problem, where: state.where };
  const site = state.value;
  if (site.access === 'closed' && tab.url !== '') return { kind: 'closed', tab, site };
  if (!site.on) return { kind: 'off', tab, site };
  const report = await askPage(tab.id);
  if (report.ok) return { kind: 'read', tab, site, report: report.value };
  if (report.problem === 'fault.notReadable') return site.access === 'granted' ? { kind: 'closed', tab, site } : { kind: 'ask', tab, site };
  return { kind: 'failed', tab, site, problem: report.problem, where: report.where };
}

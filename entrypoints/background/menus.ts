import { browser } from 'wxt/browser';
import { askTab } from '../../core/bus/call';
import { readSettings } from '../../core/bus/settings';
import { loadStrings } from '../../core/bus/strings';
import { siteOf } from '../../core/model/address';
import { formatMessage } from '../../core/text/strings';
import { injectPage, setSite, siteState } from './sites';

const PAGES = ['http://*/*', 'https://*/*'];
/** Entries by id, which is also their catalogue key; a page entry needs a page that can be read. */
const ENTRIES = [
  { id: 'menu.card', contexts: ['page'] },
  { id: 'menu.pick', contexts: ['page'] },
  { id: 'menu.tag', contexts: ['link'] },
  { id: 'menu.select', contexts: ['selection'] },
  { id: 'menu.quote', contexts: ['selection'] },
  { id: 'menu.note', contexts: ['selection'] },
  { id: 'menu.site', contexts: ['action'] },
  { id: 'menu.library', contexts: ['action'] },
] as const;
/** What the page is asked to do with the link or the selection under the pointer. */
const ACTS = { 'menu.tag': 'tag', 'menu.quote': 'quote', 'menu.note': 'note', 'menu.select': 'summarise' } as const;
const actOf = (id: string | number) => (Object.hasOwn(ACTS, id) ? ACTS[id as keyof typeof ACTS] : null);

/** Makes the entries anew in the language in use. Firefox for Android has no menus. */
export async function makeMenus(): Promise<void> {
  if (!browser.contextMenus) return;
  const { lang, texts } = await loadStrings((await readSettings()).uiLang);
  await browser.contextMenus.removeAll();
  for (const { id, contexts } of ENTRIES) {
    const title = formatMessage(texts, id, {}, lang);
    const where = contexts[0] !== 'action' ? { documentUrlPatterns: PAGES } : {};
    browser.contextMenus.create({ id, title, contexts: [...contexts], ...where }, () => void browser.runtime.lastError);
  }
}

interface Clicked {
  readonly menuItemId: string | number;
  readonly linkUrl?: string;
}
interface ClickedTab {
  readonly id?: number;
  readonly url?: string;
  readonly incognito?: boolean;
}

/** Does what an entry says; a click grants activeTab, so the page can be read even where no host was granted. */
export async function onMenu(info: Clicked, tab: ClickedTab | undefined): Promise<void> {
  if (info.menuItemId === 'menu.library') {
    await browser.runtime.openOptionsPage();
    return;
  }
  if (tab?.id === undefined) return;
  // Which sites a private window showed must not reach the disk.
  if (info.menuItemId === 'menu.site' && tab.url && tab.incognito !== true) await setSite(siteOf(tab.url), !(await siteState(tab.url)).on);
  if (info.menuItemId === 'menu.card' && (await injectPage(tab.id))) {
    await askTab(tab.id, 'page.card', { show: true, length: (await readSettings()).summaryLength });
  }
  const act = actOf(info.menuItemId);
  if (act && (await injectPage(tab.id))) await askTab(tab.id, 'page.act', { act, link: info.linkUrl ?? '' });
  if (info.menuItemId === 'menu.pick' && (await injectPage(tab.id))) await askTab(tab.id, 'page.pick', { start: true });
}

import { browser } from 'wxt/browser';
import { readSettings } from '../../core/bus/settings';
import { loadStrings } from '../../core/bus/strings';
import { formatMessage, type Values } from '../../core/text/strings';

/** What the icon tells of a tab. */
export interface TabStatus {
  readonly comments: number;
  readonly hidden: number;
  readonly isNew: number;
  readonly article: boolean;
}

/** Numbers above this do not fit on the icon. */
const BADGE_LIMIT = 999;
const NAME = 'Postil';

async function titleOf(key: string, values: Values): Promise<string> {
  const { lang, texts } = await loadStrings((await readSettings()).uiLang);
  return Object.hasOwn(texts, key) ? formatMessage(texts, key, values, lang) : NAME;
}

/** Shows on a tab's icon what was hidden there; the title says the same in words. The tab may be gone by then. */
export async function showBadge(tabId: number, status: TabStatus): Promise<void> {
  const text = status.hidden === 0 ? '' : status.hidden > BADGE_LIMIT ? `${BADGE_LIMIT}+` : String(status.hidden);
  const key = status.hidden > 0 ? 'action.hidden' : status.comments > 0 || status.article ? 'action.on' : 'action.nothing';
  await setIcon(tabId, text, await titleOf(key, { count: status.hidden, comments: status.comments, isNew: status.isNew }));
}

/** Shows that Postil is switched off on the tab's site. */
export async function showOff(tabId: number): Promise<void> {
  await setIcon(tabId, '', await titleOf('action.off', {}));
}

async function setIcon(tabId: number, text: string, title: string): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#5b5b5b' });
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed meanwhile.
  }
}

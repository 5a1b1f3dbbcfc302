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
/** Hidden: paper on grey. New: ink on the marker. The sign before the number says the same without colour. */
const COLOURS = { hidden: ['#5b5b5b', '#ffffff'], new: ['#ffd54a', '#1d1c19'] } as const;
const ICONS = {
  on: { 16: '/icon/16.png', 32: '/icon/32.png' },
  off: { 16: '/icon/off-16.png', 32: '/icon/off-32.png' },
} as const;

async function titleOf(key: string, values: Values): Promise<string> {
  const { lang, texts } = await loadStrings((await readSettings()).uiLang);
  return Object.hasOwn(texts, key) ? formatMessage(texts, key, values, lang) : NAME;
}

const short = (count: number): string => (count > BADGE_LIMIT ? `${BADGE_LIMIT}+` : String(count));

function titleKey({ comments, hidden, isNew, article }: TabStatus): string {
  if (hidden > 0) return isNew > 0 ? 'action.hiddenAndNew' : 'action.hidden';
  if (isNew > 0) return 'action.new';
  return comments > 0 || article ? 'action.on' : 'action.nothing';
}

/**
 * Shows on a tab's icon what was hidden there (`5`), or else what is new (`+3`); the title says it in words. The tab may be gone by then.
 */
export async function showBadge(tabId: number, status: TabStatus): Promise<void> {
  const { hidden, isNew } = status;
  const text = hidden > 0 ? short(hidden) : isNew > 0 ? `+${short(isNew)}` : '';
  const title = await titleOf(titleKey(status), { count: hidden > 0 ? hidden : isNew, isNew });
  await setIcon(tabId, 'on', text, COLOURS[hidden > 0 ? 'hidden' : 'new'], title);
}

/** Shows that Postil is switched off on the tab's site: another drawing, struck through. */
export async function showOff(tabId: number): Promise<void> {
  await setIcon(tabId, 'off', '', COLOURS.hidden, await titleOf('action.off', {}));
}

async function setIcon(tabId: number, icon: keyof typeof ICONS, text: string, [ground, ink]: readonly [string, string], title: string) {
  try {
    await browser.action.setIcon({ tabId, path: ICONS[icon] });
    await browser.action.setBadgeBackgroundColor({ tabId, color: ground });
    await browser.action.setBadgeTextColor?.({ tabId, color: ink });
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed meanwhile; Firefox for Android has no icon.
  }
}

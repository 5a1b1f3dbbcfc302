import { askTab } from '../../core/bus/call';
import { readSettings } from '../../core/bus/settings';
import { injectPage } from './sites';

/** Does what a keyboard command of the manifest says, in the tab in front. The key press grants activeTab, as a click does. */
export async function onKey(command: string, tab: { readonly id?: number } | undefined): Promise<void> {
  if (tab?.id === undefined || !(await injectPage(tab.id))) return;
  if (command === 'show-summary') await askTab(tab.id, 'page.card', { show: true, length: (await readSettings()).summaryLength });
  if (command !== 'toggle-hidden') return;
  const page = await askTab(tab.id, 'page.read', null);
  if (page.ok) await askTab(tab.id, 'page.showHidden', { show: !page.value.showAllHidden });
}

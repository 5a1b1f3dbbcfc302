import { browser } from 'wxt/browser';

/** Firefox's name for the side panel; WXT types only Chrome's. */
interface Sidebar {
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Opens the side panel of a tab. Must be called within a click. Does nothing where the browser has none (Android). */
export async function openPanel(tabId: number): Promise<void> {
  const sidebar = (browser as unknown as Sidebar).sidebarAction;
  if (sidebar) return sidebar.open();
  await browser.sidePanel?.open({ tabId });
}

import { browser } from 'wxt/browser';

/** Where the build puts the scripts that are injected at run time. */
export const PAGE_FILE = '/content-scripts/page.js';
export const PAGE_UI_FILE = '/page-ui.js';
export const PAGE_ENGINE_FILE = '/page-engine.js';

/** Runs one of our own files in a frame of a tab (the top one unless told otherwise). Rejects where the browser does not let us. */
export async function injectFile(
  tabId: number,
  file: typeof PAGE_FILE | typeof PAGE_UI_FILE | typeof PAGE_ENGINE_FILE,
  frameId = 0,
): Promise<void> {
  // WXT types files by what the last build happened to hold; `never` stands for all of them.
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file as never] });
}

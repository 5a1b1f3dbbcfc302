import { browser } from 'wxt/browser';
import type { PagePart } from './protocol';

/** Where the build puts the script that starts Postil on a page. */
export const PAGE_FILE = '/page.js';
/** Where it puts the scripts that come into a page when they are needed. */
export const PART_FILES: Readonly<Record<PagePart, string>> = {
  finder: '/page-finder.js',
  session: '/page-session.js',
  story: '/page-story.js',
  engine: '/page-engine.js',
  ui: '/page-ui.js',
};

/** Runs some of our own files in a frame of a tab (the top one unless told otherwise), one after the other. Rejects where the browser does not let us. */
export async function injectFiles(tabId: number, files: readonly string[], frameId = 0): Promise<void> {
  // At once, not when the page is idle: comments may be held back until it runs.
  // WXT types files by what the last build happened to hold; `never` stands for all of them.
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: files as never[], injectImmediately: true });
}

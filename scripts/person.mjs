// What a person does with Postil in a page, by real clicks and keys. Used by the end-to-end tests, `npm start` and the screenshots.
import { until } from './extension.mjs';

const quoted = (text) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

/** Waits for an element in the page or in any (open) shadow root of ours and answers its handle. */
export const seek = (page, selector, ms = 15_000) => page.waitForSelector(`>>> ${selector}`, { timeout: ms });
export const seekAll = (page, selector) => page.$$(`>>> ${selector}`);
export const textsOf = async (page, selector) =>
  Promise.all((await seekAll(page, selector)).map((one) => one.evaluate((node) => node.textContent)));

/** Clicks what a selector finds, brought into view first. */
export async function click(page, selector) {
  const element = await seek(page, selector);
  await element.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await element.click();
}

/** Scrolls to the first place where the page shows a name: handles are made only near the window. */
export const bringNear = (page, name) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() !== wanted) continue;
      walker.currentNode.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      return;
    }
  }, name);

/** Opens the ⋯ menu of the first comment in view order whose author has this name. */
export async function openMenu(page, name) {
  await bringNear(page, name);
  await click(page, `.more[aria-label*="${quoted(name)}"]`);
  await seek(page, '[role=menu]');
}

/** Tags the author of a comment with a label, from the ⋯ menu. */
export async function tag(page, name, label) {
  await openMenu(page, name);
  await click(page, '[role=menuitem].tag');
  const input = await seek(page, '[role=dialog] input[data-first]');
  await input.type(label);
  await click(page, '[role=dialog] .save');
  await until(async () => (await textsOf(page, '.chips .chip')).includes(label), `a chip “${label}” beside ${name}`);
}

/** Hides one comment, or with `everything` all of its author's, from the ⋯ menu. */
export async function hide(page, name, { everything = false } = {}) {
  const before = (await seekAll(page, '.stub')).length;
  await openMenu(page, name);
  await click(page, everything ? '[role=menuitem].hidePerson' : '[role=menuitem].hide');
  await until(async () => (await seekAll(page, '.stub')).length > before, `a stub for ${name}`);
}

/** The number of a tab as the extension knows it, asked from one of its own pages. */
export const tabIdOf = (extensionPage, url) =>
  extensionPage.evaluate(async (wanted) => {
    const browser = globalThis.browser ?? globalThis.chrome;
    const tabs = await browser.tabs.query({});
    return tabs.find((tab) => tab.url?.startsWith(wanted))?.id ?? null;
  }, url);

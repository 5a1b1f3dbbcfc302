import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchWithPostil, until } from '../../scripts/extension.mjs';
import { click, seek, seekAll, textsOf } from '../../scripts/person.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { chooseEntry } from '../support/firefox-menu';

// Firefox only: its own menus can be clicked from a test. No host is granted, the click in the menu is all there is.
type Started = Awaited<ReturnType<typeof launchWithPostil>>;
type Page = Awaited<ReturnType<Started['openPage']>>;

let pages: Awaited<ReturnType<typeof serve>>;
let postil: Started;
let page: Page;

beforeAll(async () => {
  pages = await serve(join(ROOT, 'tests/corpus/demo'));
  postil = await launchWithPostil('firefox', { lang: 'en-US' });
  const library = await postil.openExtensionPage('library.html');
  const left = await library.evaluate(async () => {
    const { browser } = globalThis as unknown as {
      browser: { permissions: { getAll(): Promise<{ origins: string[] }>; remove(what: { origins: string[] }): Promise<boolean> } };
    };
    await browser.permissions.remove({ origins: (await browser.permissions.getAll()).origins });
    return (await browser.permissions.getAll()).origins;
  });
  expect(left).toEqual([]);
});
afterAll(async () => {
  await postil?.close();
  await pages?.close();
});
beforeEach(async () => {
  await page?.close();
  page = await postil.openPage(`${pages.url.replace('127.0.0.1', 'news.example')}/news-en.html`);
  await new Promise((done) => setTimeout(done, 500));
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('data-postil');
});

const select = (first: number, last: number) =>
  page.evaluate(
    (from, to) => {
      const paragraphs = [...document.querySelectorAll('article p')];
      const range = document.createRange();
      range.setStartBefore(paragraphs[from]!);
      range.setEndAfter(paragraphs[to]!);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    },
    first,
    last,
  );
const choose = async (label: string) => {
  const box = await (await page.$('article p'))!.boundingBox();
  await page.mouse.click(box!.x + 40, box!.y + 12, { button: 'right' });
  await chooseEntry(postil.browser, label);
};

test('a selection is summarised out of itself, each sentence leads to its place', async () => {
  await select(0, 5);
  const selected = await page.evaluate(() => String(getSelection()).replace(/\s+/g, ' '));
  await choose('Summarise the selection');
  await seek(page, '.card .sentence');
  const sentences = await textsOf(page, '.card .sentence');
  expect(sentences).toHaveLength(3);
  for (const sentence of sentences) expect(selected).toContain(String(sentence).trim());
  expect(await textsOf(page, '.card .grip')).toEqual(['Summary of the selection']);
  const last = (await seekAll(page, '.card .sentence')).at(-1)!;
  await last.hover();
  await until(() => page.evaluate(() => CSS.highlights.get('postil-point')?.size === 1), 'the place to be marked');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await last.click();
  await until(() => page.evaluate(() => CSS.highlights.get('postil-flash')?.size === 1), 'the place to flash');
});

test('a selection of one sentence says that it is short; Escape closes the card and gives the page back', async () => {
  await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents([...document.querySelectorAll('article p')][1]!);
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
  });
  await choose('Summarise the selection');
  await seek(page, '.card .empty');
  await click(page, '.card .grip');
  await page.keyboard.press('Escape');
  await until(async () => (await seekAll(page, '.card')).length === 0, 'the card to go');
});

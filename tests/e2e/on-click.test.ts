import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchWithPostil, until } from '../../scripts/extension.mjs';
import { textsOf } from '../../scripts/person.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

// The build that goes to the store, without any host granted: the click on the icon is all it may rely on.
// Chrome only: Firefox grants hosts at install to extensions loaded for a test, so the path cannot be told apart there.
let pages: Awaited<ReturnType<typeof serve>>;
let postil: Awaited<ReturnType<typeof launchWithPostil>>;

beforeAll(async () => {
  pages = await serve(join(ROOT, 'tests/corpus/demo'));
  postil = await launchWithPostil('chrome', { mode: '', lang: 'en-US' });
});
afterAll(async () => {
  await postil?.close();
  await pages?.close();
});

test('a click on the icon summarises the page in the real popup, without any permission for the site', async () => {
  const page = await postil.openPage(`${pages.url.replace('127.0.0.1', 'news.example')}/news-en.html`);
  await new Promise((done) => setTimeout(done, 500));
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('data-postil');
  const [extension] = [...(await postil.browser.extensions()).values()];
  await extension!.triggerAction(page);
  const target = await postil.browser.waitForTarget((one) => one.url().endsWith('popup.html'), { timeout: 15_000 });
  const popup = await target.asPage();
  const sentences = await until(async () => {
    const list = await textsOf(popup, '[role=tabpanel] > .sentences li');
    return list.length === 3 && list;
  }, 'three sentences in the popup');
  const article = await page.$eval('article', (node) => node.textContent ?? '');
  for (const sentence of sentences) expect(article).toContain(sentence.trim());
  await until(() => page.evaluate(() => document.documentElement.outerHTML.includes('data-postil')), 'the handles on the page');
});

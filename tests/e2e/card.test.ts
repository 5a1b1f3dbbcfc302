import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchWithPostil, until } from '../../scripts/extension.mjs';
import { click, seek, seekAll, tabIdOf, textsOf } from '../../scripts/person.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

type Started = Awaited<ReturnType<typeof launchWithPostil>>;
type Page = Awaited<ReturnType<Started['openPage']>>;

// The card in the page as a reader uses it, in both browsers: opened from the popup, read with the mouse, then with the keyboard alone.
describe.each(['chrome', 'firefox'] as const)('%s', (name) => {
  let pages: Awaited<ReturnType<typeof serve>>;
  let postil: Started;
  let page: Page;
  let id: number | null;

  const open = async () => {
    const popup = await postil.openExtensionPage(`popup.html?tab=${id}`, '.story-acts .btn');
    await click(popup, '.story-acts .btn');
    await popup.close();
    await page.bringToFront();
    await seek(page, '.card .sentence');
  };
  const marks = (kind: string) => page.evaluate((key) => CSS.highlights.get(key)?.size ?? 0, `postil-${kind}`);
  const placeOf = () =>
    seek(page, '.card').then((card: { evaluate<T>(probe: (box: Element) => T): Promise<T> }) =>
      card.evaluate((box: Element) => {
        const { left, top, right, bottom } = box.getBoundingClientRect();
        return { left, top, right, bottom };
      }),
    );
  const focused = () =>
    seek(page, '.card').then((card: { evaluate<T>(probe: (box: Element) => T): Promise<T> }) =>
      card.evaluate((box: Element) => (box.getRootNode() as ShadowRoot).activeElement?.className ?? ''),
    );

  beforeAll(async () => {
    pages = await serve(join(ROOT, 'tests/corpus/demo'));
    postil = await launchWithPostil(name, { lang: 'en-US' });
    const url = `${pages.url.replace('127.0.0.1', 'news.example')}/news-en.html`;
    page = await postil.openPage(url);
    const helper = await postil.openExtensionPage('library.html');
    id = await tabIdOf(helper, url);
    await helper.close();
  });
  afterAll(async () => {
    await postil?.close();
    await pages?.close();
  });

  test('a sentence is marked in its place while it is pointed at, and a click brings it into view', async () => {
    await open();
    const sentences = await seekAll(page, '.card .sentence');
    expect(sentences.length).toBe(3);
    await sentences[1]!.hover();
    await until(async () => (await marks('point')) === 1, 'the place to be marked');
    await (await seek(page, '.card .grip')).hover();
    await until(async () => (await marks('point')) === 0, 'the mark to go');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await sentences[0]!.click();
    await until(async () => (await marks('flash')) === 1, 'the place to flash');
    await until(
      () =>
        page.evaluate(() => {
          const range = [...(CSS.highlights.get('postil-flash') ?? [])][0] as Range | undefined;
          const box = range?.getBoundingClientRect();
          return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
        }),
      'the sentence to be in view',
    );
  });

  test('with the keyboard alone: pointed at, brought up, moved, put back, folded, closed', async () => {
    const grip = await seek(page, '.card .grip');
    await grip.focus();
    const home = await placeOf();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await until(async () => (await placeOf()).top === home.top + 16, 'the card to move');
    expect((await placeOf()).left).toBe(home.left - 16);
    await page.keyboard.press('Home');
    await until(async () => (await placeOf()).top === home.top, 'the card to be back');
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('fold');
    await page.keyboard.press('Enter');
    await until(async () => (await seekAll(page, '.card .sentence')).length === 0, 'the card to fold');
    await page.keyboard.press('Enter');
    await seek(page, '.card .sentence');
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('close');
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('sentence');
    await until(async () => (await marks('point')) === 1, 'the place to be marked');
    await page.keyboard.press('Enter');
    await until(async () => (await marks('flash')) === 1, 'the place to flash');
    await page.keyboard.press('Escape');
    await until(async () => (await seekAll(page, '.card')).length === 0, 'the card to close');
    await until(async () => (await marks('point')) === 0, 'the mark to go');
  });

  test('at 320 pixels it stays within the window, where it was put before', async () => {
    await page.setViewport({ width: 320, height: 640 });
    await open();
    const { left, right, bottom } = await placeOf();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(320);
    expect(bottom).toBeLessThanOrEqual(640);
    expect(await textsOf(page, '.card .grip')).toEqual(['Story in 3 sentences']);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layoutFaults } from '../../scripts/layout-faults.mjs';
import { COMPARED, lookOf, looksDiffer, readLooks, sameFont } from '../../scripts/looks.mjs';
import { leave, SURFACES, startShow, visit } from '../../scripts/surfaces.mjs';

type Show = Awaited<ReturnType<typeof startShow>>;
type Page = Awaited<ReturnType<Show['postil']['openPage']>>;
type Surface = (typeof SURFACES)[number];

let show: Show;
let blank: Page;
beforeAll(async () => {
  show = await startShow('chrome');
  blank = await show.postil.browser.newPage();
});
afterAll(async () => {
  await show?.close();
});

const surfaceOf = (file: string): Surface => SURFACES.find((surface) => surface.file === file)!;
const faultsOf = (page: Page, surface: Surface, touch: boolean) => page.evaluate(layoutFaults, { touch, ours: 'keep' in surface });

// German and Russian have the longest words of the ten languages.
describe.each(['en', 'de', 'ru'])('in %s', (lang) => {
  beforeAll(() => show.speak(lang));

  test.each(SURFACES.map(({ file }) => file))('%s: nothing breaks, is cut off or lies over something else, in any window', async (file) => {
    const surface = surfaceOf(file);
    const page = await visit(surface, show);
    const faults: string[] = [];
    for (const size of surface.sizes) {
      await page.setViewport(size);
      await new Promise((done) => setTimeout(done, 150));
      for (const fault of await faultsOf(page, surface, false)) faults.push(`${size.width}: ${fault}`);
    }
    await leave(surface, page);
    expect(faults).toEqual([]);
  });
});

describe('with a finger', () => {
  beforeAll(() => show.speak('en'));
  test.each(SURFACES.map(({ file }) => file))('%s: every control is 40 px high', async (file) => {
    const surface = surfaceOf(file);
    const page = await visit(surface, show);
    await page.setViewport({ width: 360, height: 720, isMobile: true, hasTouch: true });
    await new Promise((done) => setTimeout(done, 150));
    const faults = await faultsOf(page, surface, true);
    await page.setViewport(surface.sizes[0]!);
    await leave(surface, page);
    expect(faults).toEqual([]);
  });
});

describe('looks as it did when somebody looked at it', () => {
  beforeAll(() => show.speak('en'));

  // The rows of library-people come late when the whole file runs: its layout is held by the tests above and below only.
  test.each(COMPARED)('%s', async (file) => {
    const surface = surfaceOf(file);
    const page = await visit(surface, show);
    expect(looksDiffer(readLooks()[file], await lookOf(page, blank))).toEqual([]);
    await leave(surface, page);
  });

  const BREAKS: readonly (readonly [string, string])[] = [
    ['popup-story', '.marked{padding:0!important;margin:0!important}.story-acts{flex-direction:column!important}'],
    ['library-settings', '.settings li{display:block!important}'],
    ['library-people', '.library{display:block!important}'],
    ['welcome', ':root{color-scheme:dark!important}'],
  ];
  const dress = (page: Page, css: string) =>
    page.evaluate((text: string) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, css);
  test.each(BREAKS)('%s: what breaks the layout is noticed', async (file, css) => {
    const surface = surfaceOf(file);
    const page = await visit(surface, show);
    await dress(page, css);
    expect(looksDiffer(readLooks()[file], await lookOf(page, blank))).not.toEqual([]);
    await leave(surface, page);
  });

  /** As on a machine with other fonts. */
  const OTHER_FONT = ':root{--font:monospace!important}';
  test.each(COMPARED.filter((file) => file !== 'menu'))('%s: another font alone makes no difference', async (file) => {
    const surface = surfaceOf(file);
    const page = await visit(surface, show);
    await dress(page, OTHER_FONT);
    const [before, now] = [readLooks()[file], await lookOf(page, blank)];
    expect(sameFont(before, now)).toBe(false);
    expect(looksDiffer(before, now)).toEqual([]);
    await leave(surface, page);
  });
  test.each(BREAKS)('%s: what breaks the layout is noticed with another font too', async (file, css) => {
    const surface = surfaceOf(file);
    const page = await visit(surface, show);
    await dress(page, OTHER_FONT + css);
    expect(looksDiffer(readLooks()[file], await lookOf(page, blank))).not.toEqual([]);
    await leave(surface, page);
  });
});

test('the popup’s buttons below the summary stand on its foot, never below it', async () => {
  await show.speak('de');
  const surface = surfaceOf('popup-story');
  const page = await visit(surface, show);
  for (const size of surface.sizes) {
    await page.setViewport(size);
    const [acts, foot] = await page.evaluate(() => {
      scrollTo(0, 0);
      return ['.story-acts', '.popup-foot'].map((part) => document.querySelector(part)!.getBoundingClientRect().toJSON() as DOMRect);
    });
    expect(acts!.bottom).toBeLessThanOrEqual(foot!.top + 0.5);
    expect(foot!.bottom).toBeLessThanOrEqual(size.height + 0.5);
  }
  await leave(surface, page);
});

describe('a name of 120 characters without a space', () => {
  const NAMES = ['W'.repeat(120), '\u0645\u062d\u0645\u062f'.repeat(30), '很长的名字'.repeat(24), '👩‍👩‍👧‍👦'.repeat(20)];
  test.each(NAMES)('%s: nothing is pushed sideways by it, in the list or on a page of its own', async (name) => {
    await show.speak('en');
    const page = await show.postil.openExtensionPage('library.html#/people', 'main h1');
    await page.setViewport({ width: 320, height: 640 });
    const id = `n${NAMES.indexOf(name)}`;
    await page.evaluate(
      (op, ask) => chrome.runtime.sendMessage({ postil: 1, command: 'person.change', ask: { op, ...ask } }),
      crypto.randomUUID(),
      {
        person: { site: 'forum.example', id, name },
        patch: { note: name, names: [name, `${name.slice(0, 88)}2`], labels: [{ text: name.slice(0, 60), colour: 'red' }] },
      },
    );
    await page.waitForFunction(
      (wanted) => [...document.querySelectorAll('main .item-name')].some((one) => one.textContent?.includes(wanted)),
      {},
      name.slice(0, 40),
    );
    const faults = async () =>
      (await page.evaluate(layoutFaults, { touch: false, ours: false })).filter((fault) => !fault.includes('is broken in'));
    expect(await faults()).toEqual([]);
    await page.evaluate(
      (wanted) => [...document.querySelectorAll<HTMLElement>('main .item-name')].find((one) => one.textContent?.includes(wanted))?.click(),
      name.slice(0, 40),
    );
    await page.waitForFunction((wanted) => document.querySelector('main h1')?.textContent?.includes(wanted), {}, name.slice(0, 40));
    await new Promise((done) => setTimeout(done, 150));
    expect(await faults()).toEqual([]);
    await page.close();
  });
});

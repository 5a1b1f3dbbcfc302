import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchWithPostil, until } from '../../scripts/extension.mjs';
import { click, openMenu, seek } from '../../scripts/person.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

type Started = Awaited<ReturnType<typeof launchWithPostil>>;
type Page = Awaited<ReturnType<Started['openPage']>>;

/** What pages do to everything in them: style, and what else stands in the head. */
const PAGES: Readonly<
  Record<string, { readonly css?: string; readonly head?: string; readonly root?: string; readonly quirks?: boolean }>
> = {
  plain: {},
  unset: { css: '*,*::before,*::after{all:unset!important}' },
  loud: { css: '*{all:revert!important;font:40px fantasy!important;color:lime!important;letter-spacing:.3em!important}' },
  gone: { css: 'div,span,button,style{display:none!important}' },
  'host-gone': { css: 'postil-ui,html>:not(head,body){display:none!important;opacity:0!important;pointer-events:none!important}' },
  turned: { css: 'html{transform:scale(.9);filter:sepia(.4)}body{transform:translateX(40px);contain:paint}' },
  'zoomed root': { css: 'html{zoom:1.5}' },
  'zoomed body': { css: 'body{zoom:1.5}' },
  over: { css: 'body::after{content:"";position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:#f0f8}' },
  upright: { css: 'html{writing-mode:vertical-rl}' },
  backwards: { root: 'dir="rtl"' },
  quirks: { quirks: true },
  strict: {
    head: `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'none'; require-trusted-types-for 'script'">`,
  },
};

describe.each(['chrome', 'firefox'])('a page whose style reaches for everything, in %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'postil-hostile-'));
  let pages: Awaited<ReturnType<typeof serve>>;
  let postil: Started;

  /** Box and type of our menu, and the size of what it says of each person. */
  const menuOf = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector('[data-postil~=app]')!.shadowRoot!;
      const menu = root.querySelector('[role=menu]')!;
      const box = menu.getBoundingClientRect();
      const { fontSize, fontFamily, color, letterSpacing, direction, writingMode, opacity } = getComputedStyle(menu);
      const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
      const onTop = root.elementFromPoint(box.left + 20, box.top + 20)?.closest('[role=menu]') === menu;
      const size = [box.width, box.height].map(Math.round);
      return { size, inside, onTop, fontSize, fontFamily, color, letterSpacing, direction, writingMode, opacity };
    });
  const openAt = async (which: string) => {
    const page = await postil.openPage(`${pages.url.replace('127.0.0.1', 'news.example')}/${which}.html`);
    await openMenu(page, 'quietriver');
    return page;
  };

  beforeAll(async () => {
    const source = readFileSync(join(ROOT, 'tests/corpus/demo/news-en.html'), 'utf8');
    for (const [which, { css = '', head = '', root = '', quirks = false }] of Object.entries(PAGES)) {
      const page = source.replace('<html ', `<html ${root} `).replace('</title>', `</title>${head}<style>${css}</style>`);
      writeFileSync(join(folder, `${which}.html`), quirks ? page.replace(/<!doctype html>/i, '') : page);
    }
    pages = await serve(folder);
    postil = await launchWithPostil(name, { lang: 'en-US' });
  });
  afterAll(async () => {
    await postil?.close();
    await pages?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(Object.keys(PAGES).filter((which) => which !== 'plain'))(
    '%s: our menu is the same, on top and in the window',
    async (which) => {
      const plain = await openAt('plain');
      const wanted = await menuOf(plain);
      await plain.close();
      expect(wanted).toMatchObject({ inside: true, onTop: true });
      const page = await openAt(which);
      expect(await menuOf(page)).toEqual(wanted);
      await page.close();
    },
  );

  test('a dialog stays in the window when what it points at is moved out of it', async () => {
    const page = await openAt('plain');
    await click(page, '[role=menuitem].note');
    await seek(page, '[role=dialog] textarea');
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const inside = () =>
      page.evaluate(() => {
        const box = document.querySelector('[data-postil~=app]')!.shadowRoot!.querySelector('[role=dialog]')!.getBoundingClientRect();
        return scrollY === 0 && box.top >= 0 && box.bottom <= innerHeight;
      });
    await until(inside, 'the dialog within the window');
    await page.setViewport({ width: 620, height: 400 });
    await until(inside, 'the dialog within the smaller window');
    await page.close();
  });
});

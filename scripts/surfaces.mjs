// Every surface of Postil with something on it, in a browser of its own: for the screenshots and the tests of how things look.
import { join } from 'node:path';
import { launchWithPostil, until } from './extension.mjs';
import { bringNear, click, hide, openMenu, seek, tabIdOf, tag, textsOf } from './person.mjs';
import { ROOT } from './run.mjs';
import { serve } from './serve.mjs';

const LIBRARY_VIEWS = [
  'people',
  'notes',
  'hidden',
  'rules',
  'rules/new',
  'threads',
  'sites',
  'data',
  'settings',
  'settings/forum.example',
  'about',
];
/** Views with rows on them in the show. The rows come after the title, and what is in them after that. */
const WITH_ROWS = new Set(['people', 'notes', 'hidden', 'threads']);
const WIDE = { width: 1000, height: 720 };
const POPUP = { width: 384, height: 600 };

/**
 * Starts a browser in which a person was tagged, a comment hidden and a note written.
 * Answers `{postil, forum, news, arabic, speak, see, close}`: `speak(lang)` changes the language of Postil, `see(page, features)` emulates media.
 */
export async function startShow(name = 'chrome', options = {}) {
  const pages = await serve(join(ROOT, 'tests/corpus'));
  const at = (host, file) => `${pages.url.replace('127.0.0.1', host)}/${file}`;
  const postil = await launchWithPostil(name, { lang: 'en-US', ...options });
  const helper = await postil.openExtensionPage('library.html');
  const urls = {
    forum: at('forum.example', 'demo/forum-zh.html'),
    news: at('news.example', 'demo/news-en.html'),
    arabic: at('plain.example', 'thread-right-to-left.html'),
  };
  const forum = await postil.openPage(urls.forum);
  await seek(forum, '.more');
  await tag(forum, '阿澄', 'careful reader');
  await hide(forum, '广告机器');
  await openMenu(forum, '米花');
  await click(forum, '[role=menuitem].note');
  await (await seek(forum, '[role=dialog] textarea')).type('Asked the same in March.');
  await click(forum, '[role=dialog] .save');
  const news = await postil.openPage(urls.news);
  await bringNear(news, 'amber_fox');
  await seek(news, '.more');
  const arabic = await postil.openPage(urls.arabic);
  await seek(arabic, '.more');
  await tag(arabic, 'سلمى', 'دقيقة');
  const ids = {
    forum: await tabIdOf(helper, urls.forum),
    news: await tabIdOf(helper, urls.news),
    arabic: await tabIdOf(helper, urls.arabic),
  };
  // What is emulated ends with the session that asked for it.
  const sessions = new WeakMap();
  return {
    postil,
    forum,
    news,
    arabic,
    ids,
    async speak(lang) {
      await helper.evaluate(async (uiLang) => {
        const browser = globalThis.browser ?? globalThis.chrome;
        const { settings } = await browser.storage.local.get('settings');
        await browser.storage.local.set({ settings: { ...settings, uiLang } });
      }, lang);
      await new Promise((done) => setTimeout(done, 300));
    },
    /** Chromium only. `features` such as `{'prefers-color-scheme': 'dark', 'forced-colors': 'active'}`. */
    async see(page, features) {
      const cdp = sessions.get(page) ?? (await page.createCDPSession());
      sessions.set(page, cdp);
      await cdp.send('Emulation.setEmulatedMedia', {
        features: Object.entries(features).map(([feature, value]) => ({ name: feature, value })),
      });
    },
    async close() {
      await postil.close();
      await pages.close();
    },
  };
}

const inPage = (file, page, open, sizes = [WIDE, { width: 320, height: 640 }]) => ({
  file,
  sizes,
  page: (show) => show[page],
  open,
  keep: true,
});
const popupTab = (tab, page, size = POPUP) => ({
  file: `popup-${['story', 'discussion', 'filters'][tab - 1]}`,
  sizes: [size, { width: 320, height: 600 }],
  page: ({ postil, ids }) => postil.openExtensionPage(`popup.html?tab=${ids[page]}`, '[role=tab]'),
  async open(popup) {
    await click(popup, `[role=tab]:nth-of-type(${tab})`);
    if (tab === 1) await until(async () => (await textsOf(popup, '[role=tabpanel] > .sentences li')).length > 0, 'the summary');
    if (tab === 2) await until(async () => (await textsOf(popup, '[role=tabpanel] li')).length > 0, 'the discussion');
  },
});
const closeAll = async (page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
};
const menuOf = (author) => async (page) => {
  await closeAll(page);
  await openMenu(page, author);
};
const dialogOf = (author, item) => async (page) => {
  await menuOf(author)(page);
  await click(page, `[role=menuitem].${item}`);
  await seek(page, '[role=dialog]');
};

/** Every surface: `page` opens or finds its page, `open` brings it to what is looked at, `sizes` are the windows it is looked at in. `keep`: the page stays open. */
export const SURFACES = [
  inPage('thread', 'forum', async (page) => {
    await closeAll(page);
    await page.evaluate(() => document.querySelector('#post50009').scrollIntoView({ block: 'start' }));
  }),
  inPage('menu', 'forum', menuOf('阿澄')),
  inPage('tag', 'forum', dialogOf('阿澄', 'tag')),
  inPage('note', 'forum', dialogOf('北窗', 'note')),
  inPage('like', 'forum', dialogOf('北窗', 'like')),
  inPage('why', 'forum', async (page) => {
    await closeAll(page);
    await click(page, '.stub button:last-of-type');
    await seek(page, '[role=dialog]');
  }),
  inPage('arabic', 'arabic', menuOf('سلمى')),
  inPage('card', 'news', async (page, { postil, ids }) => {
    if ((await page.$$('>>> .card')).length > 0) return;
    const popup = await postil.openExtensionPage(`popup.html?tab=${ids.news}`, '.story-acts .btn');
    await click(popup, '.story-acts .btn');
    await popup.close();
    await page.bringToFront();
    await seek(page, '.card');
  }),
  popupTab(1, 'news'),
  popupTab(2, 'forum'),
  popupTab(3, 'forum'),
  {
    file: 'panel',
    sizes: [{ width: 360, height: 720 }],
    page: ({ postil, ids }) => postil.openExtensionPage(`sidepanel.html?tab=${ids.forum}`, '[role=listbox], [role=tree], li'),
  },
  ...LIBRARY_VIEWS.map((view) => ({
    file: `library-${view.replace('/', '-')}`,
    sizes: [
      { width: 1000, height: 720 },
      { width: 320, height: 640 },
    ],
    page: ({ postil }) => postil.openExtensionPage(`library.html#/${view}`, 'main h1'),
    async open(page) {
      // What may be chosen for summaries is read after the settings themselves.
      if (view === 'settings') await page.waitForSelector('main input[type=password]');
      if (!WITH_ROWS.has(view)) return;
      await page.waitForFunction(() => {
        const rows = [...document.querySelectorAll('main [data-index]')];
        return rows.length > 0 && rows.every((row) => row.querySelector('.item-name'));
      });
    },
  })),
  {
    file: 'library-person',
    sizes: [
      { width: 1000, height: 720 },
      { width: 320, height: 640 },
    ],
    page: ({ postil }) => postil.openExtensionPage('library.html#/people', 'main a[href^="#/people/"]'),
    async open(page) {
      await click(page, 'main a[href^="#/people/"]');
      await page.waitForFunction(() => !document.querySelector('main .list-head'));
    },
  },
  {
    file: 'welcome',
    sizes: [
      { width: 1000, height: 900 },
      { width: 320, height: 900 },
    ],
    page: ({ postil }) => postil.openExtensionPage('welcome.html', '.demo-comments'),
    whole: true,
  },
];

/** Brings a surface up; answers its page. Close it with `leave`. */
export async function visit(surface, show) {
  const page = await surface.page(show);
  await page.bringToFront();
  await page.setViewport(surface.sizes[0]);
  await surface.open?.(page, show);
  return page;
}
export async function leave(surface, page) {
  if (!surface.keep) await page.close();
}

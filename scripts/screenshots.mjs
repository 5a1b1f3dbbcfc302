// Pictures of the surfaces: `npm run screenshots` writes the README's into docs/screenshots,
// `npm run screenshots -- --all` every surface × theme × language × width into .output/screenshots.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { reexecWithNewNode } from './new-node.mjs';
import { setUp } from './setup.mjs';

const all = process.argv.includes('--all');
const name = process.argv.includes('--firefox') ? 'firefox' : 'chrome';
setUp({ firefox: name === 'firefox' });
reexecWithNewNode(import.meta.url);

const { ROOT, runBin } = await import('./run.mjs');
const { launchWithPostil, until } = await import('./extension.mjs');
const { bringNear, click, hide, openMenu, seek, tabIdOf, tag, textsOf } = await import('./person.mjs');
const { serve } = await import('./serve.mjs');

if (runBin(join('..', 'scripts', 'build.mjs'), ['--e2e', '--browser', name]) !== 0) process.exit(1);
const out = join(ROOT, all ? '.output/screenshots' : 'docs/screenshots');
mkdirSync(out, { recursive: true });
const pages = await serve(join(ROOT, 'tests/corpus/demo'));
const forum = `${pages.url.replace('127.0.0.1', 'forum.example')}/forum-zh.html`;
const news = `${pages.url.replace('127.0.0.1', 'news.example')}/news-en.html`;

async function take({ lang, dark, suffix, wanted }) {
  const postil = await launchWithPostil(name, { lang: 'en-US', dark });
  const shot = async (page, file, size) => {
    if (!wanted.includes(file)) return;
    await page.bringToFront();
    if (size) await page.setViewport(size);
    await new Promise((done) => setTimeout(done, 400));
    await page.screenshot({ path: join(out, `${file}${suffix}.png`) });
  };
  const settings = await postil.openExtensionPage('library.html');
  await settings.evaluate(
    async (uiLang) => {
      const browser = globalThis.browser ?? globalThis.chrome;
      const { settings } = await browser.storage.local.get('settings');
      await browser.storage.local.set({ settings: { ...settings, uiLang } });
    },
    lang === 'en' ? '' : lang,
  );
  await new Promise((done) => setTimeout(done, 500));
  const thread = await postil.openPage(forum);
  await seek(thread, '.more');
  await tag(thread, '阿澄', lang === 'en' ? 'careful reader' : '细心');
  await hide(thread, '广告机器');
  await thread.evaluate(() => document.querySelector('#post50009').scrollIntoView({ block: 'start' }));
  await shot(thread, 'thread', { width: 1000, height: 720 });
  await openMenu(thread, '阿澄');
  await shot(thread, 'menu', { width: 1000, height: 720 });
  await shot(thread, 'menu-narrow', { width: 360, height: 720 });
  await thread.keyboard.press('Escape');
  const article = await postil.openPage(news);
  await bringNear(article, 'amber_fox');
  await seek(article, '.more');
  const id = await tabIdOf(settings, forum);
  const newsId = await tabIdOf(settings, news);
  const popup = await postil.openExtensionPage(`popup.html?tab=${newsId}`);
  await until(async () => (await textsOf(popup, '[role=tabpanel] > .sentences li')).length > 0, 'the summary');
  await shot(popup, 'popup-story', { width: 384, height: 600 });
  await click(popup, '.story-acts .btn');
  await article.bringToFront();
  await shot(article, 'card', { width: 1100, height: 720 });
  await popup.close();
  const discussion = await postil.openExtensionPage(`popup.html?tab=${id}`);
  await until(async () => (await textsOf(discussion, '[role=tab]')).length > 1, 'the tabs');
  await click(discussion, '[role=tab]:nth-of-type(2)');
  await shot(discussion, 'popup-discussion', { width: 384, height: 600 });
  await click(discussion, '[role=tab]:nth-of-type(3)');
  await shot(discussion, 'popup-filters', { width: 384, height: 600 });
  await discussion.close();
  await settings.reload();
  await shot(settings, 'library', { width: 1000, height: 640 });
  await shot(settings, 'library-narrow', { width: 340, height: 640 });
  const welcome = await postil.openExtensionPage('welcome.html');
  await shot(welcome, 'welcome', { width: 1000, height: 900 });
  await shot(welcome, 'welcome-narrow', { width: 340, height: 900 });
  await postil.close();
}

const EVERY = [
  'thread',
  'menu',
  'menu-narrow',
  'popup-story',
  'card',
  'popup-discussion',
  'popup-filters',
  'library',
  'library-narrow',
  'welcome',
  'welcome-narrow',
];
if (!all) await take({ lang: 'en', dark: false, suffix: '', wanted: ['thread', 'popup-story', 'popup-discussion', 'library'] });
else
  for (const lang of ['en', 'zh-CN', 'de'])
    for (const dark of [false, true]) await take({ lang, dark, suffix: `-${lang}-${dark ? 'dark' : 'light'}`, wanted: EVERY });
await pages.close();
console.log(`Screenshots are in ${all ? '.output/screenshots' : 'docs/screenshots'}.`);
process.exit(0);

// Shows Postil at work on sample pages: in a window that stays open, or, without a display, by doing the main job and printing it.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { reexecWithNewNode } from './new-node.mjs';
import { setUp } from './setup.mjs';

const name = process.argv.includes('--firefox') ? 'firefox' : 'chrome';
setUp({ firefox: name === 'firefox' });
reexecWithNewNode(import.meta.url);

const { ROOT, runBin } = await import('./run.mjs');
const { launchWithPostil, until } = await import('./extension.mjs');
const { bringNear, click, hide, seek, tabIdOf, tag, textsOf } = await import('./person.mjs');
const { serve } = await import('./serve.mjs');

console.log('Building …');
if (runBin(join('..', 'scripts', 'build.mjs'), ['--e2e', '--browser', name]) !== 0) process.exit(1);
const pages = await serve(join(ROOT, 'tests/corpus/demo'));
const at = (host, file) => `${pages.url.replace('127.0.0.1', host)}/${file}`;
const forum = at('forum.example', 'forum-zh.html');
const news = at('news.example', 'news-en.html');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const profile = mkdtempSync(join(tmpdir(), 'postil-'));

if (hasDisplay && !process.env.CI) {
  const postil = await launchWithPostil(name, { profile, headless: false });
  await postil.openPage(news);
  await postil.openPage(forum);
  console.log(
    `Postil runs in ${name === 'firefox' ? 'Firefox' : 'Chromium'} on ${forum} and ${news}. Close the window or press Ctrl+C to end.`,
  );
  await new Promise((done) => postil.browser.once('disconnected', done));
  process.exit(0);
}

const out = join(ROOT, '.output', 'demo');
mkdirSync(out, { recursive: true });
const shots = [];
const shot = async (page, file) => {
  await page.bringToFront();
  await page.screenshot({ path: join(out, file) });
  shots.push(file);
};
const postil = await launchWithPostil(name, { profile, lang: 'en-US' });

/** Reads one page in the popup, as a person would, and prints it. */
async function read(url, author, file) {
  const page = await postil.openPage(url);
  await bringNear(page, author);
  await seek(page, '.more');
  const library = await postil.openExtensionPage('library.html');
  const id = await tabIdOf(library, url);
  await library.close();
  const popup = await postil.openExtensionPage(`popup.html?tab=${id}`);
  await popup.setViewport({ width: 384, height: 640 });
  await until(async () => (await textsOf(popup, '[role=tabpanel] > .sentences li')).length > 0, 'the summary');
  const text = (selector) => popup.$eval(selector, (node) => node.textContent.trim());
  console.log(`\n${await text('h1')}\n${await text('h1 + p')}\n`);
  for (const sentence of await textsOf(popup, '[role=tabpanel] > .sentences li')) console.log(`  ▌ ${sentence.trim()}`);
  console.log(`\n  ${await popup.$eval('footer', (node) => node.innerText.trim().replaceAll('\\n', ' '))}`);
  await shot(popup, file);
  await popup.close();
  await page.bringToFront();
  return page;
}

await (await read(news, 'amber_fox', 'popup-news.png')).close();
const thread = await read(forum, '青石', 'popup-forum.png');
await tag(thread, '阿澄', 'careful reader');
await hide(thread, '广告机器');
console.log('\nTagged 阿澄 as “careful reader” and hid the advertisement by 广告机器:');
for (const stub of await textsOf(thread, '.stub .what')) console.log(`  ${stub}`);
await shot(thread, 'thread.png');
await click(thread, '.toast .undo');
const library = await postil.openExtensionPage('library.html');
await until(async () => (await library.$eval('body', (node) => node.textContent)).includes('阿澄'), 'the person in the library');
await shot(library, 'library.png');
await postil.close();
await pages.close();
console.log(`\nScreenshots: ${shots.map((file) => relative(ROOT, join(out, file))).join(', ')}`);
process.exit(0);

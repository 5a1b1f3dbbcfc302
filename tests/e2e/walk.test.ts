import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchWithPostil, until } from '../../scripts/extension.mjs';
import { click, hide, seek, seekAll, tabIdOf, tag, textsOf } from '../../scripts/person.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

type Started = Awaited<ReturnType<typeof launchWithPostil>>;
type Page = Awaited<ReturnType<Started['openPage']>>;

describe.each(['chrome', 'firefox'])('one person, two days, in %s', (name) => {
  const profile = mkdtempSync(join(tmpdir(), `postil-${name}-`));
  let pages: Awaited<ReturnType<typeof serve>>;
  let postil: Started;
  let thread: Page;
  let forum = '';

  const start = async () => {
    postil = await launchWithPostil(name, { profile, lang: 'en-US' });
  };
  const openThread = async () => {
    const page = await postil.openPage(forum);
    await seek(page, '.more');
    return page;
  };
  const stubs = (page: Page) => textsOf(page, '.stub .what');

  beforeAll(async () => {
    pages = await serve(join(ROOT, 'tests/corpus/demo'));
    forum = `${pages.url.replace('127.0.0.1', 'forum.example')}/forum-zh.html`;
    await start();
  });
  afterAll(async () => {
    await postil?.close();
    await pages?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('installing opens the welcome page', async () => {
    const library = await postil.openExtensionPage('library.html');
    const id = await until(() => tabIdOf(library, `${postil.base}/welcome.html`), 'the welcome tab');
    expect(id).toBeTypeOf('number');
    await library.close();
  });

  test('a page with nothing to find is left byte for byte as it was', async () => {
    const url = `${pages.url.replace('127.0.0.1', 'plain.example')}/plain.html`;
    const page = await postil.openPage(url);
    await new Promise((done) => setTimeout(done, 1000));
    const [now, served] = await page.evaluate(async () => {
      const source = await (await fetch(location.href)).text();
      const untouched = new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML;
      return [document.documentElement.outerHTML, untouched];
    });
    expect(now).toBe(served);
    expect(now).toContain('Timetable');
    await page.close();
  });

  test('every comment of the thread gets its handle', async () => {
    thread = await openThread();
    await until(async () => {
      await thread.evaluate(() => window.scrollBy(0, 600));
      return (await seekAll(thread, '.more')).length >= 16;
    }, '16 handles');
    expect(await seekAll(thread, '.more')).toHaveLength(16);
  });

  test('the popup shows the summary, the counts and leads to a sentence', async () => {
    const helper = await postil.openExtensionPage('library.html');
    const id = await tabIdOf(helper, forum);
    await helper.close();
    const popup = await postil.openExtensionPage(`popup.html?tab=${id}`, '[role=tabpanel] li, .state');
    const title = () => popup.$eval('h1', (node) => node.textContent);
    await until(async () => (await title())?.includes('临江夜间步行街试点满三月'), 'the title of the story');
    const sentences = await until(async () => {
      const list = await textsOf(popup, '[role=tabpanel] > .sentences li');
      return list.length === 3 && list;
    }, 'three sentences');
    const article = await thread.$eval('article', (node) => node.textContent);
    for (const sentence of sentences) expect(article).toContain(sentence.trim());
    for (const junk of ['图源', '责任编辑', '分享', '阅读']) expect(sentences.join()).not.toContain(junk);
    expect(await popup.$eval('body', (node) => node.textContent)).toMatch(/16 comments/);
    expect(await popup.$eval('body', (node) => node.textContent)).toMatch(/12 people/);
    await click(popup, '[role=tabpanel] li button, [role=tabpanel] li a');
    await popup.close();
  });

  test('a tag shows as a chip in another tab too', async () => {
    await thread.bringToFront();
    const second = await openThread();
    await thread.bringToFront();
    await tag(thread, '阿澄', 'careful reader');
    await second.bringToFront();
    await until(async () => (await textsOf(second, '.chips .chip')).includes('careful reader'), 'the chip in the second tab', 3000);
    await second.close();
    await thread.bringToFront();
  });

  test('a hidden comment becomes a stub that names the reason', async () => {
    await hide(thread, '广告机器');
    expect((await stubs(thread)).join()).toContain('广告机器');
    await until(() => thread.$eval('#post50010 .post-content', (node) => (node as HTMLElement).offsetHeight === 0), 'the text to be gone');
  });

  test('it is still so after a reload', async () => {
    await thread.reload();
    await until(async () => (await stubs(thread)).join().includes('广告机器'), 'the stub after the reload');
    await until(async () => (await textsOf(thread, '.chips .chip')).includes('careful reader'), 'the chip after the reload');
  });

  // Firefox has an event page; its idle death is covered by the restart below.
  const testWorker = name === 'chrome' ? test : () => {};
  testWorker('a worker killed between click and answer: the write is there once', async () => {
    const worker = await postil.worker!();
    await Promise.all([hide(thread, 'tram_fan'), worker?.close()]);
    await thread.reload();
    await until(async () => (await stubs(thread)).filter((text) => text.includes('tram_fan')).length === 1, 'one stub for tram_fan');
    const library = await postil.openExtensionPage('library.html');
    const rows = await library.evaluate(
      () =>
        new Promise<number>((done, fail) => {
          const request = indexedDB.open('postil');
          request.onerror = () => fail(request.error);
          request.onsuccess = () => {
            const all = request.result.transaction('marks').objectStore('marks').getAll();
            all.onsuccess = () => {
              done(
                all.result.filter(
                  (mark: { author: string; deletedAt: number | null }) => mark.author === 'tram_fan' && mark.deletedAt === null,
                ).length,
              );
              request.result.close();
            };
          };
        }),
    );
    expect(rows).toBe(1);
    await library.close();
    await thread.bringToFront();
  });

  test('it is still so after the browser was restarted, and can be undone', async () => {
    await postil.close();
    await start();
    thread = await openThread();
    await until(async () => (await stubs(thread)).join().includes('广告机器'), 'the stub after the restart');
    await until(async () => (await textsOf(thread, '.chips .chip')).includes('careful reader'), 'the chip after the restart');
    const before = (await seekAll(thread, '.stub')).length;
    await hide(thread, '米花');
    await click(thread, '.toast .undo');
    await until(async () => (await seekAll(thread, '.stub')).length === before, 'the undo');
  });

  test('no request left the browser but for the pages themselves', () => {
    const asked = new Set(pages.requests.filter((path) => !path.endsWith('/favicon.ico')));
    expect([...asked].sort()).toEqual(['/forum-zh.html', '/plain.html']);
  });
});

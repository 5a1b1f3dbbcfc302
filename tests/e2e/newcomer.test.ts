import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchWithPostil, until } from '../../scripts/extension.mjs';
import { click, seek, seekAll, tabIdOf, tag, textsOf } from '../../scripts/person.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

type Started = Awaited<ReturnType<typeof launchWithPostil>>;
type Page = Awaited<ReturnType<Started['openPage']>>;

const NAME = '阿澄';
const LABEL = 'careful reader';
const WORD = '五金店';

describe.each(['chrome', 'firefox'])('a newcomer, from the welcome to a restored backup, in %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'postil-newcomer-'));
  let pages: Awaited<ReturnType<typeof serve>>;
  let postil: Started;
  let thread: Page;
  let forum = '';
  let backup = '';

  const stubs = () => textsOf(thread, '.stub .what');
  const chips = () => textsOf(thread, '.chips .chip');
  const openPopup = async () => {
    const helper = await postil.openExtensionPage('library.html');
    const id = await tabIdOf(helper, forum);
    await helper.close();
    return postil.openExtensionPage(`popup.html?tab=${id}`, '[role=tabpanel] li');
  };
  const openData = async () => {
    const page = await postil.openExtensionPage('library.html#/data', 'input[type=file]');
    await page.bringToFront();
    return page;
  };
  /** The line under the title: how much is stored. */
  const stored = (page: Page) => page.$eval('main header .muted', (node) => node.textContent ?? '');
  const seesStored = (page: Page, wanted: RegExp) => until(async () => wanted.test(await stored(page)), `${wanted} in the library`);

  beforeAll(async () => {
    pages = await serve(join(ROOT, 'tests/corpus/demo'));
    forum = `${pages.url.replace('127.0.0.1', 'forum.example')}/forum-zh.html`;
    postil = await launchWithPostil(name, { profile: join(folder, 'profile'), lang: 'en-US' });
  });
  afterAll(async () => {
    await postil?.close();
    await pages?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('in the sample of the welcome page a person can be tagged, a comment hidden and shown again', async () => {
    const welcome = await postil.openExtensionPage('welcome.html', '.demo-comments');
    await welcome.bringToFront();
    const comments = await seekAll(welcome, '.demo-comments > li .text');
    await click(welcome, '.demo-comments > li:first-child .btn:nth-of-type(1)');
    await seek(welcome, '.demo-comments > li:first-child .chip');
    await click(welcome, '.demo-comments > li:first-child .btn:nth-of-type(2)');
    await seek(welcome, '.demo-comments > li:first-child.demo-stub');
    expect(await seekAll(welcome, '.demo-comments > li .text')).toHaveLength(comments.length - 1);
    await click(welcome, '.demo-stub:first-child .link');
    await until(async () => (await seekAll(welcome, '.demo-comments > li .text')).length === comments.length, 'the comment again');
    await welcome.close();
  });

  test('a thread opens with its handles, and the popup tells its story', async () => {
    thread = await postil.openPage(forum);
    await seek(thread, '.more');
    const popup = await openPopup();
    const sentences = await until(async () => {
      const list = await textsOf(popup, '[role=tabpanel] > .sentences li');
      return list.length === 3 && list;
    }, 'three sentences');
    const article = await thread.$eval('article', (node) => node.textContent ?? '');
    for (const sentence of sentences) expect(article).toContain(sentence.trim());
    await popup.close();
  });

  test('a person is tagged', async () => {
    await thread.bringToFront();
    await tag(thread, NAME, LABEL);
    expect(await chips()).toContain(LABEL);
  });

  test('the first word typed into the popup hides the comment that has it', async () => {
    const popup = await openPopup();
    await popup.bringToFront();
    await click(popup, '#tab-filters');
    await (await seek(popup, '[role=tabpanel] form input')).type(WORD);
    await click(popup, '[role=tabpanel] form [type=submit]');
    await until(async () => (await textsOf(popup, '.hidden-list .why')).join().includes(WORD), 'the reason in the popup');
    await popup.close();
    await thread.bringToFront();
    await until(async () => (await stubs()).join().includes(WORD), 'the stub with the word');
  });

  test('the library saves a backup that holds the label and the rule', async () => {
    const library = await openData();
    await seesStored(library, /1 person.*1 rule/);
    await library.evaluate(() => {
      const made = globalThis as unknown as { saved: Promise<string> | null };
      made.saved = null;
      const original = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => {
        made.saved = (blob as Blob).text();
        return original(blob);
      };
      // What is read here need not lie in the downloads of the machine.
      HTMLAnchorElement.prototype.click = () => {};
    });
    await click(library, '.btn.primary.large');
    backup = await until(() => library.evaluate(() => (globalThis as unknown as { saved: Promise<string> | null }).saved), 'the backup');
    expect(backup).toContain(LABEL);
    expect(backup).toContain(WORD);
    await library.close();
  });

  test('everything is deleted once the word was typed', async () => {
    const library = await openData();
    await seesStored(library, /1 person/);
    await (await seek(library, '.card .typed-delete input')).type('delete');
    await click(library, '.card .typed-delete [type=submit]');
    await seesStored(library, /0 people.*0 rules/);
    await library.close();
    await thread.bringToFront();
    await thread.reload();
    await seek(thread, '.more');
    expect(await chips()).toEqual([]);
    expect(await stubs()).toEqual([]);
  });

  test('the backup is first compared, then restored: label and rule are back', async () => {
    const library = await openData();
    const path = join(folder, 'postil-backup.json');
    writeFileSync(path, backup);
    const input = await library.waitForSelector('input[type=file]');
    await (input as NonNullable<typeof input> & { uploadFile(path: string): Promise<void> }).uploadFile(path);
    await until(async () => /People: 1 new, 0 the same/.test((await textsOf(library, '.card .facts li')).join()), 'the comparison');
    expect(await stored(library)).toMatch(/0 people.*0 rules/);
    await click(library, '.card .btn.primary.large');
    await seesStored(library, /1 person.*1 rule/);
    await library.close();
    await thread.bringToFront();
    await thread.reload();
    await until(async () => (await chips()).includes(LABEL), 'the label after the restore');
    await until(async () => (await stubs()).join().includes(WORD), 'the stub after the restore');
  });
});

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordRule } from '../../core/model/word-rule';
import { launchWithPostil, until } from '../../scripts/extension.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

type Started = Awaited<ReturnType<typeof launchWithPostil>>;
type Page = Awaited<ReturnType<Started['openPage']>>;

/** A rule that hides what speaks of cheap watches, everywhere. */
async function makeRule(postil: Started): Promise<void> {
  const library = await postil.openExtensionPage('library.html');
  const answer = await library.evaluate(
    (rule) => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        { runtime: { sendMessage: (message: object) => Promise<{ ok: boolean }> } }
      >;
      return (browser ?? chrome)!.runtime.sendMessage({
        postil: 1,
        command: 'rule.put',
        ask: { op: crypto.randomUUID(), uuid: null, rule },
      });
    },
    wordRule(['cheap watches'], 'unwanted'),
  );
  expect(answer.ok).toBe(true);
  await library.close();
}

/** Which comments of the tree can be seen: those whose words take room. */
const visible = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { tree } = globalThis as unknown as { tree: Document | ShadowRoot };
    return [...tree.querySelectorAll<HTMLElement>('.comment')]
      .filter((comment) => comment.querySelector<HTMLElement>('.comment-text')!.offsetHeight > 0)
      .map(({ id }) => id);
  });

describe.each(['chrome', 'firefox'])('trees within the page, in %s', (name) => {
  let pages: Awaited<ReturnType<typeof serve>>;
  let postil: Started;

  beforeAll(async () => {
    pages = await serve(join(ROOT, 'tests/corpus/trees'));
    postil = await launchWithPostil(name, { lang: 'en-US' });
    await makeRule(postil);
  });
  afterAll(async () => {
    await postil?.close();
    await pages?.close();
  });

  test.each([
    ['an open shadow root', 'shadow.html', 'section'],
    ['a frame of the same origin', 'frame.html', 'main'],
    ['a page whose elements are named like what we stand on', 'named.html', 'main'],
  ])('comments in %s are hidden, those that come later too', async (_, file, list) => {
    const page = await postil.openPage(`${pages.url.replace('127.0.0.1', 'forum.example')}/${file}`);
    const good = ['comment-100', 'comment-102', 'comment-103', 'comment-104'];
    await until(async () => (await visible(page)).join() === good.join(), 'the unwanted comment to be hidden');
    await page.evaluate((selector) => {
      const { tree, comment } = globalThis as unknown as { tree: Document; comment: (k: number) => string };
      const box = document.createElement('div');
      box.innerHTML = comment(5);
      tree.querySelector(selector)!.append(box.firstElementChild!);
    }, list);
    await until(async () => {
      const all = await page.evaluate(() => (globalThis as unknown as { tree: Document }).tree.querySelectorAll('.comment').length);
      return all === 6 && (await visible(page)).join() === good.join();
    }, 'the unwanted comment that came later to be hidden');
    await page.close();
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordRule } from '../../core/model/word-rule';
import { launchWithPostil, until } from '../../scripts/extension.mjs';

type Started = Awaited<ReturnType<typeof launchWithPostil>>;
type Page = Awaited<ReturnType<Started['openPage']>>;

const SLOW_MS = 60_000; // for a machine under load
const WORDS = ['the night tram stops at the old mill', '夜班电车停在老磨坊旁边', 'nobody had closed the window by the river'];

/** A thread of ours: every tenth comment speaks of amber lamps, every tenth after it of copper kettles. */
function threadOf(count: number): string {
  const items = Array.from({ length: count }, (_, n) => {
    const special = n % 10 === 3 ? ' amber lamps' : n % 10 === 4 ? ' copper kettles' : '';
    const said = `${WORDS[n % 3]}, ${WORDS[(n + 1) % 3]}${special} ${n}.`;
    return `<li class="remark" id="remark-${n}"><div class="by"><a class="who" href="/people/p${n % 17}">Person ${n % 17}</a> <time datetime="2024-03-01T10:00:00Z">2024-03-01</time></div><div class="said"><p>${said}</p></div><a href="#reply-${n}">Reply</a></li>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tram</title></head><body><h1>Tram</h1><h2>${count} comments</h2><ol>${items.join('\n')}</ol></body></html>`;
}

const hiddenIn = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('li[data-postil~=stub],li[data-postil~=gone]').length);

describe.each(['chrome', 'firefox'])('a rule that is edited in one place, in %s', (name) => {
  let server: Server;
  let postil: Started;
  let library: Page;
  let base = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      const count = Number(/\/(\d+)$/.exec(request.url ?? '')?.[1] ?? 0);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(threadOf(count));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://forum.example:${(server.address() as AddressInfo).port}/thread`;
    postil = await launchWithPostil(name);
    library = await postil.openExtensionPage('library.html');
  });
  afterAll(async () => {
    await postil?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const put = (words: readonly string[], uuid: string | null = null): Promise<string> =>
    library.evaluate(
      async (rule, known) => {
        const ask = { op: `${Date.now()} ${Math.random()}`, uuid: known, rule };
        const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
        const answer = (await api.runtime.sendMessage({ postil: 1, command: 'rule.put', ask })) as { value: { rule: { uuid: string } } };
        return answer.value.rule.uuid;
      },
      wordRule(words),
      uuid,
    );
  /** Milliseconds until every page hides so many comments. */
  const timeUntil = async (pages: readonly Page[], hidden: number): Promise<number> => {
    const start = Date.now();
    await until(async () => (await Promise.all(pages.map(hiddenIn))).every((count) => count === hidden), `${hidden} hidden in every tab`);
    return Date.now() - start;
  };

  test('re-decides every tab within a second', async () => {
    const pages = [await postil.openPage(`${base}/40`), await postil.openPage(`${base}/40`)];
    const uuid = await put(['amber lamps']);
    await timeUntil(pages, 4);
    await put(['amber lamps', 'copper kettles'], uuid);
    expect(await timeUntil(pages, 8)).toBeLessThan(1000);
    await put(['nothing here says this'], uuid);
    expect(await timeUntil(pages, 0)).toBeLessThan(1000);
    for (const page of pages) await page.close();
  });

  test('re-decides 5,000 comments in turns with the page', async () => {
    const page = await postil.openPage(`${base}/5000`);
    // However slow the machine: the whole thread was read and decided once it shows what a first rule hides, and again when that is over.
    const uuid = await put(['copper kettles']);
    await until(async () => (await hiddenIn(page)) === 500, '500 of 5,000 hidden by the first rule', SLOW_MS);
    await put(['nothing here says this'], uuid);
    await until(async () => (await hiddenIn(page)) === 0, 'none of 5,000 hidden', SLOW_MS);
    // What the page sees of it: the numbers of comments that were hidden whenever it got its turn.
    await page.evaluate(() => {
      const counts = new Set<number>();
      Object.assign(globalThis, { counts });
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        counts.add(document.querySelectorAll('li[data-postil~=stub],li[data-postil~=gone]').length);
        channel.port2.postMessage(0);
      };
      channel.port2.postMessage(0);
    });
    await put(['amber lamps'], uuid);
    await until(async () => (await hiddenIn(page)) === 500, '500 of 5,000 hidden', SLOW_MS);
    const counts = await page.evaluate(() => [...(globalThis as unknown as { counts: Set<number> }).counts]);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    // In one task the page would see nothing between none and all.
    expect(counts.filter((count) => count > 0 && count < 500).length).toBeGreaterThan(0);
    await page.close();
  }, 180_000);

  test('says in the list of rules which pattern cannot be used', async () => {
    await library.evaluate(
      async (good, bad) => {
        const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
        for (const rule of [good, bad])
          await api.runtime.sendMessage({ postil: 1, command: 'rule.put', ask: { op: `${Math.random()}`, uuid: null, rule } });
      },
      { ...wordRule([]), name: 'good', when: { kind: 'regex', source: 'gift', flags: 'i' } } as const,
      { ...wordRule([]), name: 'bad', when: { kind: 'regex', source: 'a(?=b)', flags: '' } } as const,
    );
    await library.evaluate(() => {
      location.hash = '#/rules';
    });
    const faults = (): Promise<string[]> =>
      library.evaluate(() => [...document.querySelectorAll('.item .problem')].map((one) => one.closest('.item')!.textContent ?? ''));
    await until(async () => (await faults()).length > 0, 'a fault in the list of rules');
    expect(await faults()).toEqual([expect.stringMatching(/^bad/)]);
  });
});

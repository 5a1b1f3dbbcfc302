import { createServer } from 'node:http';
import { wordRule } from '../core/model/word-rule.ts';
import { until } from './extension.mjs';

/** What the rule of `hideUnwanted` looks for; it stands at the end of each unwanted comment, so that half a comment does not betray itself. */
const UNWANTED = ['rainbow lottery', '彩虹抽奖'];
const WORDS = {
  en: 'the night tram stops at the old mill where the river bends and nobody had closed the window so the books on the sill were wet'.split(
    ' ',
  ),
  zh: '夜班电车停在老磨坊旁边河水在那里转弯窗户没有关上书都被雨淋湿了大家等着天亮再说',
};
const PEOPLE = ['Maren Oak', '柳三', 'pale_kite', '北岸', 'Tolliver', '青禾', 'ninth.wave', '小满', 'Oda Finch', '阿渡'];

/** Which comments of a sample thread are unwanted, by number from 0: the first, the last, single ones and neighbours among them. */
export const isUnwanted = (n) => n % 10 === 0 || n % 10 === 3 || n % 10 === 4 || n === 19;

function wordsOf(n) {
  if (n % 2 === 1) return Array.from({ length: 3 + (n % 4) }, (_, i) => WORDS.zh.slice((n * 3 + i * 5) % 24)).join('，');
  return Array.from({ length: 16 + ((n * 7) % 30) }, (_, i) => WORDS.en[(n * 5 + i * 3) % WORDS.en.length]).join(' ');
}

function comment(n, nested) {
  const time = `2024-03-${String((n % 27) + 1).padStart(2, '0')}T10:${String(10 + n)}:00Z`;
  const words = `<p>${wordsOf(n)}.</p><p>${wordsOf(n + 1)}${isUnwanted(n) ? ` ${UNWANTED[n % 2]}` : ''}.</p>`;
  const by = `<div class="by"><a class="who" href="/people/p${n % 10}">${PEOPLE[n % 10]}</a> <time datetime="${time}">${time.slice(0, 10)}</time></div>`;
  return `<li class="remark" id="remark-${n}">${by}<div class="said">${words}</div><div class="acts"><a href="#reply-${n}">Reply</a> <a href="#flag-${n}">Report</a></div>${nested}</li>\n`;
}

/** Runs in the page: notes in each frame which comments can be seen. Reads only, so that the page is as it would be without it. */
function watch(count, unwanted) {
  const seen = { frame: 0, painted: {}, complete: {}, visible: {}, decidedAt: null, loadedAt: null };
  globalThis.seen = seen;
  const shows = (element) =>
    element !== null &&
    element.textContent !== '' &&
    element.offsetHeight > 0 &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const look = () => {
    const now = performance.now();
    seen.frame++;
    let settled = 0;
    for (let n = 0; n < count; n++) {
      const root = document.getElementById(`remark-${n}`);
      if (!root) continue;
      const isSeen = shows(root.querySelector('.by')) || shows(root.querySelector('.said'));
      const ends = root.querySelector('.acts')?.children.length === 2;
      if (ends && !seen.complete[n]) seen.complete[n] = [seen.frame, now];
      if (isSeen && ends && !seen.visible[n]) seen.visible[n] = [seen.frame, now];
      if (isSeen && unwanted.includes(n)) seen.painted[n] = (seen.painted[n] ?? 0) + 1;
      if (ends && isSeen !== unwanted.includes(n)) settled++;
    }
    if (settled === count) seen.decidedAt ??= now;
    if (document.readyState === 'complete') seen.loadedAt ??= now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * A page of ours with a story and a thread: `{bytes, comments}`, where `comments[n]` tells the first byte of a comment, the one behind it and
 * the first of its unwanted words (null: wanted). With `nested` every fifth comment holds the two that follow it, and ends with the first of these.
 */
export function streamedPage({ count = 20, nested = false } = {}) {
  const unwanted = Array.from({ length: count }, (_, n) => n).filter(isUnwanted);
  const story = Array.from({ length: 6 }, (_, n) => `<p>${wordsOf(n * 2)}. ${wordsOf(n * 2 + 4)}.</p>`).join('');
  let html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The night tram</title><script>(${watch})(${count},${JSON.stringify(unwanted)})</script></head><body><header><a href="/">Home</a></header><article><h1>The night tram</h1>${story}</article><h2>${count} comments</h2><ol class="remarks">\n`;
  for (let n = 0; n < count; n++) {
    const inside = nested && n % 5 === 0 ? [n + 1, n + 2].filter((m) => m < count) : [];
    html += comment(n, inside.length ? `<ol class="answers">${inside.map((m) => comment(m, '')).join('')}</ol>` : '');
    n += inside.length;
  }
  html += '</ol><footer><p>End of the page</p></footer></body></html>';
  const bytes = Buffer.from(html);
  const starts = Array.from({ length: count }, (_, n) => bytes.indexOf(`<li class="remark" id="remark-${n}"`));
  const comments = starts.map((from, n) => {
    const to = bytes.indexOf('</li>', from) + '</li>'.length;
    return { from, to, telling: isUnwanted(n) ? bytes.indexOf(UNWANTED[n % 2], from) : null };
  });
  return { bytes, comments };
}

/** Serves a page in pieces: `/thread/1?cut=2000&cut=3000&gap=90` pauses 90 ms at each of these bytes. Answers `{url, close}`. */
export async function serveStreamed({ bytes }) {
  const server = createServer(async (request, response) => {
    const asked = new URL(request.url, 'http://localhost');
    if (!/^\/thread\/\d$/.test(asked.pathname)) return response.writeHead(404).end();
    const gap = Number(asked.searchParams.get('gap') ?? 90);
    const cuts = [...asked.searchParams.getAll('cut').map(Number), bytes.length];
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    let from = 0;
    for (const to of cuts) {
      if (from > 0) await new Promise((done) => setTimeout(done, gap));
      response.write(bytes.subarray(from, to));
      from = to;
    }
    response.end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://forum.example:${server.address().port}/thread/1`;
  return {
    url,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/** Makes the rule that hides the unwanted comments, and visits the page once so that Postil knows what a comment looks like there. */
export async function makeKnown(postil, url) {
  const library = await postil.openExtensionPage('library.html');
  const answer = await library.evaluate(
    (rule) => {
      const ask = { op: crypto.randomUUID(), uuid: null, rule };
      return (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ postil: 1, command: 'rule.put', ask });
    },
    wordRule(UNWANTED, 'unwanted'),
  );
  if (!answer?.ok) throw new Error(`the rule was not taken: ${JSON.stringify(answer)}`);
  const page = await postil.openPage(url);
  const key = `look:${new URL(url).hostname}`;
  const look = await until(
    () => library.evaluate(async (name) => (await (globalThis.browser ?? globalThis.chrome).storage.local.get(name))[name] ?? null, key),
    'what a comment looks like to be learned',
  );
  await library.close();
  return { page, look };
}

/** Opens the page in pieces and answers what could be seen of it, once it stands as decided (or `ms` after it loaded). */
export async function visit(page, url, cuts, { gap = 90, ms = 3000 } = {}) {
  const address = new URL(url);
  for (const cut of cuts) address.searchParams.append('cut', String(cut));
  address.searchParams.set('gap', String(gap));
  await page.goto(address.href, { waitUntil: 'load' });
  const end = Date.now() + ms;
  const read = () =>
    page.evaluate(() => ({
      ...globalThis.seen,
      marks: performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]),
    }));
  let seen = await read();
  while ((seen.decidedAt === null || seen.loadedAt === null) && Date.now() < end) {
    await new Promise((done) => setTimeout(done, 30));
    seen = await read();
  }
  return seen;
}

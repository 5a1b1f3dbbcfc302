// What finding and reading costs, as ratios of one plain TreeWalker pass over the same page (T). Alone: node scripts/bench-detect.mjs
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { benchGrowth, benchHuge, benchKept } from './bench-growth.mjs';
import { chromiumFlags, chromiumPath } from './browsers.mjs';
import { bundle } from './bundle.mjs';
import { openTab } from './eval-pages.mjs';

const ROOT = join(import.meta.dirname, '..');
const CORPUS = process.env.POSTIL_CORPUS ?? join(ROOT, '../shared/corpus');
const KINDS = ['list', 'table', 'divs', 'plain'];
const PAGES = 110;

/** Runs in the page: some words, other ones for each number. */
function words(n) {
  const all = 'the rain came early and nobody had closed the window so the books on the sill were wet'.split(' ');
  return Array.from({ length: 12 + ((n * 7) % 40) }, (_, i) => all[(n * 3 + i * 5) % all.length]).join(' ');
}

/** Runs in the page: the markup of comments `from` to before `to`, in one of four kinds. */
function make(kind, from, to) {
  const text = globalThis.postilWords;
  const day = (n) => `2024-${String((Math.floor(n / 28) % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
  const one = {
    list: (n) =>
      `<li class="comment depth-1" id="comment-${n}"><article><footer class="comment-meta"><div class="comment-author vcard"><img alt="" class="avatar"><b class="fn"><a href="/user/${n % 97}" class="url">Person ${n % 97}</a></b> <span class="says">says:</span></div><div class="comment-metadata"><a href="#comment-${n}"><time datetime="${day(n)}T10:00:00+00:00">${day(n)} at 10:00</time></a></div></footer><div class="comment-content"><p>${text(n)}.</p><p>${text(n + 1)}.</p></div><div class="reply"><a href="?replytocom=${n}">Reply</a></div></article></li>`,
    table: (n) =>
      `<table class="post" id="p${n}"><tbody><tr><td class="who"><a href="/member.php?u=${n % 97}">Person ${n % 97}</a><br>Posts: ${n % 500}</td><td class="what"><div class="small">Posted ${day(n)} 10:0${n % 10} <a href="#p${n}">#${n + 1}</a></div><hr><div class="message">${text(n)}.<br>${text(n + 2)}.</div><div><a href="#">Quote</a> <a href="#">Report</a></div></td></tr></tbody></table>`,
    divs: (n) =>
      `<div class="sc-a1"><div class="sc-b2"><a class="sc-c3" href="/u/person${n % 97}">person${n % 97}</a><span class="sc-d4">${day(n)}</span></div><div class="sc-e5"><p>${text(n)}.</p></div><div class="sc-f6"><button>Like</button><button>Reply</button></div></div>`,
    plain: (n) => `<dt>Person ${n % 97} on ${day(n)} 10:00</dt><dd><p>${text(n)}.</p><p>${text(n + 3)}.</p></dd>`,
  }[kind];
  return Array.from({ length: to - from }, (_, n) => one(from + n)).join('\n');
}

/** Runs in the page. Builds a thread of `count` comments in one of four kinds of markup and puts it into the body. */
function build(kind, count) {
  const holder = {
    list: ['<ol class="comment-list">', '</ol>'],
    table: ['<div id="posts">', '</div>'],
    divs: ['<div>', '</div>'],
    plain: ['<dl>', '</dl>'],
  }[kind];
  const text = globalThis.postilWords;
  const story = `<article><h1>What the rain did</h1>${Array.from({ length: 8 }, (_, n) => `<p>${text(n * 11)}. ${text(n * 13)}.</p>`).join('')}</article>`;
  const comments = globalThis.postilMake(kind, 0, count);
  document.body.innerHTML = `<header><nav><a href="/">Home</a></nav></header>${story}<h2>${count} comments</h2>${holder[0]}${comments}${holder[1]}<footer>end</footer>`;
}

/** Runs in the page: one TreeWalker pass over elements and texts of body, reading each text's length. */
function pass() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.nodeType === 3) sum += node.data.length;
  return sum;
}

/** Runs in the page: median of `rounds` ratios of `work` to T, both measured in turn, after `warm` unmeasured rounds. */
function ratio(rounds, warm) {
  const time = (work) => {
    const from = performance.now();
    globalThis.postilSink = work();
    return performance.now() - from;
  };
  const detect = () => globalThis.postilDetect.detect(document, { url: 'https://bench.example/t/1', now: 1.75e12, generic: true });
  const t = () => {
    let best = Number.POSITIVE_INFINITY;
    // The browser's clock ticks in 0.1 ms: a short pass is timed by the dozen.
    const passes = () => {
      for (let i = 0; i < 12; i++) globalThis.postilPass();
    };
    for (let i = 0; i < 3; i++) best = Math.min(best, time(passes) / 12);
    return best;
  };
  for (let i = 0; i < warm; i++) {
    t();
    detect();
  }
  const found = [];
  for (let i = 0; i < rounds; i++) found.push({ t: t(), d: time(detect) });
  const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  return {
    ratio: middle(found.map((x) => x.d / x.t)),
    t: middle(found.map((x) => x.t)),
    d: middle(found.map((x) => x.d)),
    comments: detect().thread?.comments.length ?? 0,
  };
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Figures of PERFORMANCE.md that concern detection. P2 needs the corpus (POSTIL_CORPUS) and is left out with a reason without it. */
export async function benchDetect(wants = () => true) {
  const code = (await bundle(join(ROOT, 'core/page/eval-entry.ts'), { name: 'postilDetect', minify: true })).replace(
    /^(var|const|let) postilDetect\b/,
    'globalThis.postilDetect',
  );
  const browser = await puppeteer.launch({
    headless: true,
    executablePath: chromiumPath(),
    args: chromiumFlags(),
    protocolTimeout: 300_000,
  });
  const figures = [];
  const fresh = async () => {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><title>bench</title><body></body>');
    await page.evaluate(code);
    await page.evaluate(
      `globalThis.postilPass = ${pass}; globalThis.postilWords = ${words}; globalThis.postilMake = ${make}; globalThis.postilBuild = ${build}`,
    );
    return page;
  };
  try {
    if (wants('P1') || wants('P3') || wants('P5')) figures.push(...(await wholePasses(fresh)));
    if (wants('P12')) figures.push(await benchHuge(fresh));
    if (wants('P4')) figures.push(...(await benchGrowth(fresh, KINDS)));
    if (wants('P11')) figures.push(await benchKept(fresh, 'list'));
    if (wants('P2')) figures.push(...(await realPages(browser, code)));
  } finally {
    await browser.close();
  }
  return figures;
}

/** P1, P3 and P5: whole passes over made threads. */
async function wholePasses(fresh) {
  const figures = [];
  const warm = { 100: [], 1000: [], 10000: [] };
  const notes = [];
  for (const kind of KINDS) {
    const page = await fresh();
    for (const count of [100, 1000, 10_000]) {
      await page.evaluate(build, kind, count);
      const found = await page.evaluate(ratio, count === 10_000 ? 5 : 9, count === 10_000 ? 2 : 6);
      warm[count].push(found.ratio);
      if (count === 1000) notes.push(`${kind} ${found.ratio.toFixed(1)} T (${found.d.toFixed(1)} ms, ${found.comments} found)`);
    }
    await page.close();
  }
  figures.push({ id: 'P1.warm.1k', value: Math.max(...warm[1000]), unit: 'T', limit: 2, reference: notes.join('; ') });
  figures.push({ id: 'P1.warm.10k', value: Math.max(...warm[10000]), unit: 'T', limit: 2, reference: 'Readability 33–311' });
  const growth = KINDS.map((_, k) => Math.log(warm[10000][k] / warm[100][k]) / Math.log(100));
  figures.push({
    id: 'P3',
    value: Math.max(...growth),
    unit: 'exponent',
    limit: 0.05,
    reference: '100 → 10,000 comments, detection minus T',
  });
  const cold = [];
  for (const kind of KINDS) {
    const runs = [];
    for (let n = 0; n < 5; n++) {
      // T and detection each meet a page of their own for the first time.
      const first = async (work) => {
        const page = await fresh();
        await page.evaluate(build, kind, 1000);
        const ms = await page.evaluate(work);
        await page.close();
        return ms;
      };
      const t = await first(
        '(() => { const a = performance.now(); globalThis.postilSink = postilPass(); return performance.now() - a; })()',
      );
      const d = await first(
        "(() => { const a = performance.now(); globalThis.postilSink = postilDetect.detect(document, { url: 'https://bench.example/t/1', now: 1.75e12, generic: true }); return performance.now() - a; })()",
      );
      runs.push(d / t);
    }
    cold.push(median(runs));
  }
  figures.push({
    id: 'P1.cold.1k',
    value: Math.max(...cold),
    unit: 'cold T',
    limit: 1.5,
    reference: KINDS.map((kind, k) => `${kind} ${cold[k].toFixed(1)}`).join('; '),
  });
  const page = await fresh();
  await page.evaluate(build, 'list', 100);
  const layout = await page.evaluate(() => {
    let reads = 0;
    const count = (owner, name) => {
      const known = Object.getOwnPropertyDescriptor(owner, name);
      if (known?.get)
        Object.defineProperty(owner, name, {
          ...known,
          get() {
            reads++;
            return known.get.call(this);
          },
        });
      else if (known?.value)
        owner[name] = function (...args) {
          reads++;
          return known.value.apply(this, args);
        };
    };
    for (const name of ['getBoundingClientRect', 'getClientRects', 'clientWidth', 'clientHeight', 'scrollHeight', 'checkVisibility'])
      count(Element.prototype, name);
    for (const name of ['offsetWidth', 'offsetHeight', 'offsetTop', 'offsetLeft', 'offsetParent', 'innerText'])
      count(HTMLElement.prototype, name);
    count(window, 'getComputedStyle');
    globalThis.postilDetect.detect(document, { url: 'https://bench.example/t/1', now: 1.75e12, generic: true });
    return reads;
  });
  figures.push({ id: 'P5', value: layout, unit: 'reads', limit: 50, reference: 'calls of layout and style during detection' });
  await page.close();
  return figures;
}

/** P2: real pages, sum ÷ sum and the 90th percentile, Readability and Defuddle beside. */
async function realPages(browser, code) {
  const list = join(CORPUS, 'threads/pages.jsonl');
  if (!existsSync(list)) return [{ id: 'P2.sum', value: null, unit: 'T', limit: 2, reference: `left out: no corpus at ${CORPUS}` }];
  const require = createRequire(import.meta.url);
  const readability = readFileSync(require.resolve('@mozilla/readability/Readability.js'), 'utf8');
  const defuddle = await bundle(require.resolve('defuddle'), { name: 'postilPeer' }).catch(() => null);
  const rows = readFileSync(list, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row))
    .slice(0, PAGES);
  const tab = await openTab(browser);
  const sums = { t: 0, ours: 0, readability: 0, defuddle: 0 };
  const ratios = [];
  for (const row of rows) {
    try {
      await tab.show(join(CORPUS, 'threads', row.file), URL.canParse(row.url) ? row.url : 'https://page.example/');
      await tab.page.evaluate(code);
      await tab.page.evaluate(`globalThis.postilPass = ${pass}`);
      await tab.page.evaluate(`globalThis.postilReadability = (() => { const module = {}; ${readability}; return Readability; })()`);
      if (defuddle) await tab.page.evaluate(defuddle.replace(/^(var|const|let) postilPeer\b/, 'globalThis.postilPeer'));
      const found = await tab.page.evaluate(ratio, 5, 2);
      const peers = await tab.page.evaluate(() => {
        const time = (work) => {
          const from = performance.now();
          try {
            work();
          } catch {
            // A peer that fails on a page still took its time.
          }
          return performance.now() - from;
        };
        const Defuddle = globalThis.postilPeer?.default ?? globalThis.postilPeer?.Defuddle ?? globalThis.postilPeer;
        return {
          readability: time(() => new globalThis.postilReadability(document.cloneNode(true)).parse()),
          defuddle: typeof Defuddle === 'function' ? time(() => new Defuddle(document, { url: location.href }).parse()) : 0,
        };
      });
      sums.t += found.t;
      sums.ours += found.d;
      sums.readability += peers.readability;
      sums.defuddle += peers.defuddle;
      ratios.push(found.ratio);
    } catch {
      // A page that does not load in time is left out of all sums.
    }
  }
  ratios.sort((a, b) => a - b);
  return [
    { id: 'P2.sum', value: sums.ours / sums.t, unit: 'T', limit: 2, reference: `${ratios.length} pages` },
    { id: 'P2.p90', value: ratios[Math.floor(ratios.length * 0.9)] ?? null, unit: 'T', limit: 2.5, reference: `${ratios.length} pages` },
    { id: 'P2.readability', value: sums.readability / sums.t, unit: 'T', limit: null, reference: 'Readability 0.6, clone and parse' },
    { id: 'P2.defuddle', value: sums.defuddle ? sums.defuddle / sums.t : null, unit: 'T', limit: null, reference: 'Defuddle 0.19' },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const figure of await benchDetect()) console.log(JSON.stringify(figure));

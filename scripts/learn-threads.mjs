// Learns the weights of core/page/thread/weights.ts from labelled pages that stay outside the repository.
//   node scripts/learn-threads.mjs CORPUS [--lessons CACHE.jsonl] [--read-only-cache] [--write]
// CORPUS is a folder with threads/ and articles/dragnet2012/ as described in its own README. Each page gives a list of groups with features
// and a quality; the weights are those of a softmax over a page's groups and "none of them" (logistic choice), with an L2 penalty.
// Prints the figures of engines left out in turn (tuned on four fifths, measured on the fifth), the only ones that mean anything.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { pick } from '../core/page/thread/pick.ts';
import { chromiumFlags, chromiumPath } from './browsers.mjs';
import { bundle } from './bundle.mjs';
import { openTab } from './eval-pages.mjs';

const NOW = Date.UTC(2026, 0, 1);
const FOLDS = 5;
const TABS = 2;
const PENALTY = Number(process.env.PENALTY ?? 0.002);
const STEPS = 500;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lessons: { type: 'string', default: '/tmp/thread-lessons.jsonl' },
    cached: { type: 'boolean' },
    write: { type: 'boolean' },
    show: { type: 'string' },
    sets: { type: 'string', default: 'threads,articles/dragnet2012' },
  },
});
const corpus = positionals[0];
if (!corpus) throw new Error('learn-threads: needs the folder of the corpus');

const rowsOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Pages with what is known about them: `engine` names the fold, `comments` or `lump` the gold. */
function pagesOf(set) {
  const folder = join(corpus, set);
  const gold = new Map(rowsOf(join(folder, 'gold.jsonl')).map((row) => [row.id, row]));
  return rowsOf(join(folder, 'pages.jsonl')).flatMap((row) => {
    const known = gold.get(row.id);
    if (!known || known.kind === 'ambiguous') return [];
    const url = URL.canParse(row.url) ? row.url : 'https://page.example/';
    const page = { id: `${set}/${row.id}`, file: join(folder, row.file), url };
    if (set === 'threads')
      return [
        {
          ...page,
          engine: known.engine ?? row.id,
          gold: { comments: known.comments.filter((c) => c.duplicateOf == null) },
          none: known.kind === 'no-comments',
        },
      ];
    const lump = known.comments ?? '';
    return [
      {
        ...page,
        engine: new URL(url).hostname === 'page.example' ? row.id : new URL(url).hostname,
        gold: { lump: typeof lump === 'string' ? lump : lump.join('\n') },
        none: !lump,
      },
    ];
  });
}

async function collect(pages, file) {
  const code = (await bundle(join(import.meta.dirname, '../core/page/thread/learn-entry.ts'), { name: 'postilLearn' })).replace(
    /^(var|const|let) postilLearn\b/,
    'globalThis.postilLearn',
  );
  const browser = await puppeteer.launch({
    headless: true,
    executablePath: chromiumPath(),
    args: chromiumFlags(),
    protocolTimeout: 60_000,
  });
  const answers = new Array(pages.length);
  let next = 0;
  const work = async () => {
    let tab = await openTab(browser);
    while (next < pages.length) {
      const i = next++;
      const page = pages[i];
      try {
        await tab.show(page.file, page.url);
        await tab.page.evaluate(code);
        const { names, lessons } = await tab.page.evaluate(
          (now, gold) => globalThis.postilLearn.lessons(document, { now }, gold),
          NOW,
          page.gold,
        );
        answers[i] = {
          id: page.id,
          engine: page.engine,
          none: page.none,
          names,
          lessons: lessons.map((l) => ({ ...l, features: l.features.map((x) => Math.round(x * 1000) / 1000) })),
        };
      } catch (error) {
        console.error(page.id, String(error?.message ?? error).split('\n')[0]);
        await tab.page.close().catch(() => {});
        tab = await openTab(browser);
      }
    }
  };
  await Promise.all(Array.from({ length: TABS }, work));
  await browser.close();
  writeFileSync(
    file,
    answers
      .filter(Boolean)
      .map((row) => JSON.stringify(row))
      .join('\n'),
  );
}

const hash = (text) => [...text].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 7);
// A fifth of the pages without comments is enough: there are many, and they are alike.
const pages = values.sets
  .split(',')
  .flatMap(pagesOf)
  .filter((page) => page.id.startsWith('threads/') || !page.none || hash(page.id) % 5 === 0);
if (!values.cached || !existsSync(values.lessons)) await collect(pages, values.lessons);
const rows = rowsOf(values.lessons);
const names = rows[0].names;
const width = names.length;

/** Softmax target: the groups that are nearly as good as the best of the page; "none" where nothing is good. */
function prepare(row) {
  const thread = row.id.startsWith('threads/');
  const floor = thread ? 0.6 : 0.75;
  const usable = row.lessons.filter((l) => thread || row.none || l.size > 1);
  const best = Math.max(0, ...usable.map((l) => l.quality));
  if (!row.none && best < floor) return null;
  const good = row.none ? [] : usable.filter((l) => l.quality >= Math.max(floor, best - (thread ? 0.02 : 0.03)));
  // Half right groups teach nothing sure about a lump.
  const list = thread ? usable : usable.filter((l) => row.none || good.includes(l) || l.quality < best - 0.15);
  return {
    row,
    list,
    good: new Set(good.map((l) => list.indexOf(l))),
    weight: (thread ? 1 : row.none ? 0.25 : 0.3) * Number(process.env.DRAG ?? 1) ** (thread ? 0 : 1),
  };
}

function train(data) {
  const w = new Float64Array(width + 1);
  const m = new Float64Array(width + 1);
  const v = new Float64Array(width + 1);
  for (let step = 1; step <= STEPS; step++) {
    const g = new Float64Array(width + 1);
    let mass = 0;
    for (const { list, good, weight } of data) {
      const scores = list.map((l) => score(w, l.features));
      const top = Math.max(0, ...scores);
      const e = scores.map((s) => Math.exp(s - top));
      const none = Math.exp(-top);
      const z = e.reduce((a, b) => a + b, none);
      const zGood = good.size ? [...good].reduce((a, i) => a + e[i], 0) : none;
      mass += weight;
      for (let i = 0; i < list.length; i++) {
        const target = good.has(i) ? e[i] / zGood : 0;
        const d = weight * (e[i] / z - target);
        if (Math.abs(d) < 1e-7) continue;
        const f = list[i].features;
        for (let j = 0; j < width; j++) g[j] += d * f[j];
        g[width] += d;
      }
    }
    const rate = 0.15 * (1 - step / (STEPS + 1)) + 0.005;
    for (let j = 0; j <= width; j++) {
      const grad = g[j] / mass + (j < width ? PENALTY * w[j] : 0);
      m[j] = 0.9 * m[j] + 0.1 * grad;
      v[j] = 0.99 * v[j] + 0.01 * grad * grad;
      w[j] -= (rate * (m[j] / (1 - 0.9 ** step))) / (Math.sqrt(v[j] / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return w;
}

function score(w, f) {
  let s = w[width];
  for (let j = 0; j < width; j++) s += w[j] * f[j];
  return s;
}

/** What the choice is worth: mean quality on pages with comments, share of false pages on those without. */
function measure(w, some) {
  const out = [];
  for (const row of some) {
    const weighed = row.lessons.map((l) => ({ weight: score(w, l.features), starts: l.starts }));
    const at = pick(weighed);
    const chosen = row.lessons[at] ?? null;
    const best = weighed[at]?.weight ?? 0;
    out.push({
      row,
      chosen,
      best,
      value: row.none ? (chosen ? 0 : 1) : (chosen?.quality ?? 0),
      top: Math.max(0, ...row.lessons.map((l) => l.quality)),
    });
  }
  return out;
}

const foldOf = (engine) => hash(engine) % FOLDS;
const report = (label, results) => {
  for (const set of [...new Set(results.map((r) => r.row.id.split('/').slice(0, -1).join('/')))]) {
    const here = results.filter((r) => r.row.id.startsWith(`${set}/`));
    const positive = here.filter((r) => !r.row.none);
    const mean = (list) => list.reduce((a, b) => a + b, 0) / Math.max(1, list.length);
    console.log(
      `${label} ${set}: quality ${mean(positive.map((r) => r.value)).toFixed(4)} (best possible ${mean(positive.map((r) => r.top)).toFixed(4)}), false pages ${here.filter((r) => r.row.none && r.chosen).length} of ${here.length - positive.length}`,
    );
  }
};
const data = rows.map(prepare).filter(Boolean);
const out = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const w = train(data.filter((d) => foldOf(d.row.engine) !== fold));
  out.push(
    ...measure(
      w,
      rows.filter((r) => foldOf(r.engine) === fold),
    ),
  );
}
report('left out', out);
const w = train(data);
const seen = measure(w, rows);
report('seen', seen);
if (values.show)
  for (const r of (values.show === 'seen' ? seen : out)
    .filter((x) => x.row.id.startsWith('threads/') && x.value < 0.95)
    .sort((a, b) => a.value - b.value))
    console.log(
      r.value.toFixed(2),
      r.top.toFixed(2),
      r.row.id,
      '|',
      r.chosen ? `${r.chosen.key} n=${r.chosen.size} ${r.best.toFixed(2)}` : 'none',
      '|',
      (() => {
        const b = r.row.lessons.reduce((a, l) => (l.quality > a.quality ? l : a), { quality: -1 });
        return `${b.key} n=${b.size} ${b.features ? score(w, b.features).toFixed(2) : ''}`;
      })(),
    );
if (values.write) {
  const lines = names.map((name, j) => `  ${name}: ${w[j].toFixed(2)},`).join('\n');
  writeFileSync(
    join(import.meta.dirname, '../core/page/thread/weights.ts'),
    `import type { Feature } from './features';\n\n/** Learned by scripts/learn-threads.mjs: log odds that a group with none of the evidence holds the comments. */\nexport const BIAS = ${w[width].toFixed(2)};\n/** Log odds that a feature of 1 adds. */\nexport const WEIGHTS: Readonly<Partial<Record<Feature, number>>> = {\n${lines}\n};\n`,
  );
}

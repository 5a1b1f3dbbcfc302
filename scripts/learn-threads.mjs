// Learns the weights of core/page/thread/weights.ts from labelled pages that stay outside the repository.
//   node scripts/learn-threads.mjs CORPUS [--lessons CACHE.jsonl] [--cached] [--show out|seen [--only REGEX]] [--write]
// CORPUS is a folder with threads/ and articles/dragnet2012/ (pages.jsonl, gold.jsonl). Each page gives its groups with their features and how
// right each would be. Two linear scores are learned: belief (logistic: is this a thread at all?) and rank (softmax: which group of the page
// cuts it best?). The pages of tests/corpus/sites, small and grown, and those of
// tests/corpus without comments are lessons too. Printed first are the figures of engines and sites left out in turn (tuned on four fifths,
// measured on the fifth): the only ones that mean anything.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { pick } from '../core/page/thread/pick.ts';
import { chromiumFlags, chromiumPath } from './browsers.mjs';
import { bundle } from './bundle.mjs';
import { openTab } from './eval-pages.mjs';

const NOW = Date.UTC(2026, 0, 1);
const FOLDS = 5;
const TABS = 3;
/** A fixture is small and made up: as one voice among twenty it says that there are other engines, without outvoting what real pages look like. */
const FIXTURE_BELIEF = 0.05;
const FIXTURE_RANK = 0.2;
/** There are few without comments, each the plainest page of its kind. */
const FIXTURE_NONE = 0.5;
const PENALTY_RANK = 0.003;
const PENALTY_BELIEF = 0.004;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lessons: { type: 'string', default: join(tmpdir(), 'thread-lessons.jsonl') },
    cached: { type: 'boolean' },
    write: { type: 'boolean' },
    show: { type: 'string' },
    only: { type: 'string' },
    sets: { type: 'string', default: 'threads,articles/dragnet2012,articles/l3sgn1,articles/trafeval' },
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
    if (known.comment_snippets)
      return known.comment_snippets.length === 0
        ? [] // nobody said that there are no comments
        : [
            {
              ...page,
              engine: new URL(url).hostname,
              gold: { snippets: known.comment_snippets, others: [...(known.with ?? []), ...(known.without ?? [])] },
              none: false,
            },
          ];
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
      if (i % 100 === 0) console.error(`${i} of ${pages.length} pages`);
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

/** The pages of the adapters, small and grown: engines in their own structure, written for the tests. */
async function collectFixtures() {
  const code = await bundle(join(import.meta.dirname, 'fixture-lessons.ts'), { name: 'postilFixtures' });
  const browser = await puppeteer.launch({ headless: true, executablePath: chromiumPath(), args: chromiumFlags() });
  const tab = await browser.newPage();
  await tab.evaluate(code.replace(/^(var|const|let) postilFixtures\b/, 'globalThis.postilFixtures'));
  const folder = join(import.meta.dirname, '../tests/corpus/sites');
  const rows = [];
  for (const file of readdirSync(folder))
    for (const grown of [false, true]) {
      const html = readFileSync(join(folder, file), 'utf8');
      const known = await tab.evaluate((...args) => globalThis.postilFixtures.fixtureLessons(...args), file, html, grown);
      if (!known) continue;
      const engine = file.replace(/(?:--.*)?\.html$/, '').replace(/-\d+$/, '');
      rows.push({
        id: `fixtures/${grown ? 'grown' : 'small'}/${file}`,
        engine,
        none: false,
        ...known,
      });
    }
  const quiet = join(folder, '..');
  for (const file of readdirSync(quiet).filter((name) => /^(?:none|quiet)-.*\.html$/.test(name))) {
    const known = await tab.evaluate((html) => globalThis.postilFixtures.quietLessons(html), readFileSync(join(quiet, file), 'utf8'));
    rows.push({ id: `fixtures/none/${file}`, engine: file, none: true, ...known });
  }
  await browser.close();
  return rows;
}

const hash = (text) => [...text].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 7);
const pages = values.sets.split(',').flatMap(pagesOf);
if (!values.cached || !existsSync(values.lessons)) await collect(pages, values.lessons);
const rows = [...rowsOf(values.lessons), ...(await collectFixtures())];
const names = rows[0].names;
const width = names.length;

/** Evidence that can only speak for comments, and evidence that can only speak against: a sign the corpus gets wrong by chance is not learned. */
const FOR = new Set(
  'dateCover authorCover replyCover byline signed signedDate contextClose commentInside headedClose writeAfter anchorBefore declaredSame declaredNear shortSigned shortMarked shortHeaded shortStrong date dateOnce machine author profile says reply control serialRoot serial schema classComment classPost contextComment text textSpread share writeNear headedNear dateRising names namesRepeat nested dateAuthor bareText replyAuthor commentDate commentAuthor allThree edited lead floor dateSame authorSame clock prose quoted dateExact authorExact replyExact uniform joined size avatar'.split(
    ' ',
  ),
);
const AGAINST = new Set(
  'unlike titled declaredLess nobody one two dateMany authorMany classList classChrome listInside contextList textShort linkShare titleLink headingLink heading counted price more rest dateFalling sameText inline onlyLink'.split(
    ' ',
  ),
);
/** What stands around a list speaks for its being a thread, not for one cut of it against another. */
const NOT_RANKED = new Set(
  'contextClose headedClose writeAfter nobody shortSigned shortMarked shortHeaded shortStrong byline signed signedDate commentInside declaredLess'.split(
    ' ',
  ),
);
const told = (features) => features[names.indexOf('date')] + features[names.indexOf('signed')];
const isFixture = (row) => row.id.startsWith('fixtures/');
const isThread = (row) => row.id.startsWith('threads/') || isFixture(row);

function prepare(row) {
  const thread = isThread(row);
  const pieces = row.id.startsWith('articles/trafeval/');
  const best = Math.max(0, ...row.lessons.map((l) => l.quality));
  const bestList = Math.max(0, ...row.lessons.filter((l) => l.size > 1).map((l) => l.quality));
  // A lump of comments says not where one ends: a group of one that holds it is the whole section, unless no list of records does.
  const single = !thread && !pieces && best >= 0.75 && bestList < 0.6;
  const wraps = (l) => !thread && !single && !row.none && l.size === 1;
  return {
    row,
    usable: row.lessons.filter((l) => !wraps(l)),
    wrappers: row.lessons.filter(wraps),
    // Pieces of comments say that a group is a thread, not how well it is cut.
    ranked: !pieces,
    best,
    floor: thread ? 0.6 : pieces ? 0.5 : 0.7,
    // A thousand articles must not outvote the threads, whose gold says where each comment begins.
    weight: isFixture(row) ? (row.none ? FIXTURE_NONE : FIXTURE_BELIEF) : thread ? 1 : row.none ? 0.06 : 0.2,
  };
}

/** Adam over `width` weights and a bias; `grad` gives the slope, `bend` puts the weights back within their bounds. */
function descend(grad, steps, bend = () => {}) {
  const w = new Float64Array(width + 1);
  const m = new Float64Array(width + 1);
  const v = new Float64Array(width + 1);
  for (let step = 1; step <= steps; step++) {
    const g = grad(w);
    const rate = 0.15 * (1 - step / (steps + 1)) + 0.005;
    for (let j = 0; j <= width; j++) {
      m[j] = 0.9 * m[j] + 0.1 * g[j];
      v[j] = 0.99 * v[j] + 0.01 * g[j] * g[j];
      w[j] -= (rate * (m[j] / (1 - 0.9 ** step))) / (Math.sqrt(v[j] / (1 - 0.99 ** step)) + 1e-8);
    }
    bend(w);
  }
  return w;
}

const dot = (w, f) => {
  let s = w[width];
  for (let j = 0; j < width; j++) s += w[j] * f[j];
  return s;
};
const exps = (list, w) => {
  const scores = list.map((l) => dot(w, l.features));
  const top = Math.max(...scores);
  const e = scores.map((s) => Math.exp(s - top));
  const z = e.reduce((a, b) => a + b, 0);
  return { e, z, top };
};

/** Which group of a page cuts its comments best: softmax over the groups of pages with comments. */
function learnRank(data) {
  const use = data
    .filter((d) => d.ranked && !d.row.none && d.best >= d.floor && d.usable.length > 0)
    .map((d) => {
      const thread = isThread(d.row);
      const top = Math.max(...d.usable.map((l) => l.quality));
      const good = new Set(d.usable.filter((l) => l.quality >= top - (thread ? 0.02 : 0.03)));
      const list = thread ? d.usable : [...d.usable.filter((l) => good.has(l) || l.quality < top - 0.15), ...d.wrappers];
      return { list, good: list.map((l) => good.has(l)), weight: isFixture(d.row) ? FIXTURE_RANK : d.weight };
    });
  const mass = use.reduce((a, d) => a + d.weight, 0);
  return descend(
    (w) => {
      const g = new Float64Array(width + 1);
      for (const { list, good, weight } of use) {
        const { e, z } = exps(list, w);
        const zGood = e.reduce((a, x, i) => a + (good[i] ? x : 0), 0);
        list.forEach((l, i) => {
          const d = weight * (e[i] / z - (good[i] ? e[i] / zGood : 0));
          if (Math.abs(d) > 1e-6) for (let j = 0; j < width; j++) g[j] += d * l.features[j];
        });
      }
      for (let j = 0; j < width; j++) g[j] = g[j] / mass + PENALTY_RANK * w[j];
      return g;
    },
    350,
    (w) => {
      names.forEach((name, j) => {
        if (NOT_RANKED.has(name)) w[j] = 0;
      });
    },
  );
}

/** Whether a group is a thread at all: logistic; of a page's groups without comments the most deceptive ones count. */
function learnBelief(data) {
  const items = [];
  for (const d of data) {
    if (!d.row.none && d.best < d.floor) continue;
    const right = d.row.none ? [] : d.usable.filter((l) => l.quality >= Math.max(0.85 * d.best, d.floor));
    const wrong = d.row.none ? d.usable : d.usable.filter((l) => l.quality < 0.05 && isThread(d.row));
    for (const l of right) items.push({ list: [l], right: true, weight: (2 * d.weight) / right.length });
    if (wrong.length) items.push({ list: wrong, right: false, weight: d.weight * (d.row.none ? 2 : 0.5) });
  }
  const mass = items.reduce((a, item) => a + item.weight, 0);
  const bend = (w) => {
    names.forEach((name, j) => {
      if (FOR.has(name) && w[j] < 0) w[j] = 0;
      if (AGAINST.has(name) && w[j] > 0) w[j] = 0;
    });
  };
  return descend(
    (w) => {
      const g = new Float64Array(width + 1);
      for (const { list, right, weight } of items) {
        const { e, z, top } = exps(list, w);
        const d = weight * (1 / (1 + Math.exp(-(top + Math.log(z)))) - (right ? 1 : 0));
        list.forEach((l, i) => {
          const q = (d * e[i]) / z;
          if (Math.abs(q) < 1e-6) return;
          for (let j = 0; j < width; j++) g[j] += q * l.features[j];
          g[width] += q;
        });
      }
      for (let j = 0; j <= width; j++) g[j] = g[j] / mass + (j < width ? PENALTY_BELIEF * w[j] : 0);
      return g;
    },
    400,
    bend,
  );
}

const train = (data) => ({ rank: learnRank(data), belief: learnBelief(data) });

/** What the choice is worth: mean quality on pages with comments, false pages among those without. */
function measure({ rank, belief }, some) {
  return some.map((row) => {
    const weighed = row.lessons.map((l) => ({
      belief: dot(belief, l.features),
      rank: dot(rank, l.features),
      told: told(l.features),
      starts: l.starts,
      l,
    }));
    const chosen = weighed[pick(weighed)] ?? null;
    const top = weighed.reduce((a, x) => (x.l.quality > (a?.l.quality ?? 0) ? x : a), null);
    const loudest = Math.max(-99, ...weighed.map((x) => x.belief));
    return { row, chosen, top, loudest, value: row.none ? (chosen ? 0 : 1) : (chosen?.l.quality ?? 0) };
  });
}

/** A fixture is left out together with the pages of its engine. */
const familyOf = (engine) => /^[a-z]+/.exec(engine)?.[0] ?? engine;
const foldOf = (engine) => hash(engine) % FOLDS;
const families = new Map(rows.filter((row) => row.id.startsWith('threads/')).map((row) => [familyOf(row.engine), row.engine]));
for (const row of rows) if (isFixture(row)) row.engine = families.get(familyOf(row.engine)) ?? row.engine;
const report = (label, results) => {
  for (const set of [...new Set(results.map((r) => r.row.id.split('/').slice(0, -1).join('/')))]) {
    const here = results.filter((r) => r.row.id.startsWith(`${set}/`));
    const positive = here.filter((r) => !r.row.none);
    const mean = (list) => list.reduce((a, b) => a + b, 0) / Math.max(1, list.length);
    console.log(
      `${label} ${set}: quality ${mean(positive.map((r) => r.value)).toFixed(4)} (best possible ${mean(positive.map((r) => r.top?.l.quality ?? 0)).toFixed(4)}), not found ${positive.filter((r) => !r.chosen).length} of ${positive.length}, false pages ${here.filter((r) => r.row.none && r.chosen).length} of ${here.length - positive.length}`,
    );
  }
};
const data = rows.map(prepare);
const out = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = train(data.filter((d) => foldOf(d.row.engine) !== fold));
  out.push(
    ...measure(
      weights,
      rows.filter((row) => foldOf(row.engine) === fold),
    ),
  );
}
report('left out', out);
const weights = train(data);
const seen = measure(weights, rows);
report('seen', seen);
const line = (x) =>
  x ? `${x.l.key} n=${x.l.size} q=${x.l.quality.toFixed(2)} belief ${x.belief.toFixed(2)} rank ${x.rank.toFixed(2)}` : 'none';
if (values.show) {
  const results = (values.show === 'seen' ? seen : out).filter((r) => !values.only || new RegExp(values.only).test(r.row.id));
  for (const r of results.filter((x) => !x.row.none && x.value < 0.95).sort((a, b) => a.value - b.value))
    console.log(r.value.toFixed(2), r.row.id, '|', line(r.chosen), '|', line(r.top));
  for (const r of results
    .filter((x) => x.row.none)
    .sort((a, b) => b.loudest - a.loudest)
    .slice(0, 15))
    console.log('none', r.loudest.toFixed(2), r.row.id, '|', line(r.chosen));
}
if (values.write) {
  const lines = names.map((name, j) => `  ${name}: [${weights.belief[j].toFixed(2)}, ${weights.rank[j].toFixed(2)}],`).join('\n');
  writeFileSync(
    join(import.meta.dirname, '../core/page/thread/weights.ts'),
    `import type { Feature } from './feature-names';\n\n/**\n * Learned by scripts/learn-threads.mjs. Per feature what a value of 1 adds to the log odds that a group holds comments at all, and to its rank\n * among the groups of a page.\n */\nexport const WEIGHTS: Readonly<Partial<Record<Feature | 'bias', readonly [belief: number, rank: number]>>> = {\n  bias: [${weights.belief[width].toFixed(2)}, 0],\n${lines}\n};\n`,
  );
}

#!/usr/bin/env node
/**
 * Learns which of a page's texts is its title and writes core/page/article/title-weights.ts.
 * node scripts/learn-titles.mjs EVIDENCE CORPUS/articles [--cv] [--write] [--trees N] [--leaves N] [--rate X] [--list SET]
 * EVIDENCE is the folder that scripts/article-evidence.mjs wrote. The candidates of a page compete (softmax); --cv trains five times with a fifth
 * of the SITES left out and prints how often the title is exact; --list prints the left-out mistakes of one set.
 */
import './load-ts.mjs';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { binRows, boost } from './boost.mjs';
import { lines, scoresLeftOut, siteOf, writeTrees } from './learn-parts.mjs';

const { titleCandidates, TITLE_FEATURES } = await import('../core/page/article/title-candidates.ts');
const { values: opt, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cv: { type: 'boolean' },
    write: { type: 'boolean' },
    trees: { type: 'string', default: '80' },
    leaves: { type: 'string', default: '5' },
    rate: { type: 'string', default: '0.2' },
    list: { type: 'string' },
  },
});
const [evidence, corpus] = positionals;
/** How much a page of a set counts: headlines of daniel are first lines of its bodies, those of l3sgn1 were often edited. */
const SET_WEIGHT = { fundus: 1.5, wcxb: 1, trafeval: 1.2, daniel: 0.5, l3sgn1: 0.3 };
const LONGEST = 120;

const squash = (text) =>
  (text || '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const goldTitle = (set, row) => {
  const title = set === 'daniel' ? row.body.split('\n')[0] : row.title;
  return title && (set !== 'daniel' || title.length <= LONGEST) ? title : null;
};

const pages = [];
const rows = [];
const labels = [];
const weights = [];
const owner = [];
for (const set of Object.keys(SET_WEIGHT)) {
  if (!existsSync(join(evidence, `${set}.jsonl`))) continue;
  const gold = new Map(lines(join(corpus, set, 'gold.jsonl')).map((row) => [row.id, row]));
  for (const { id, titles } of lines(join(evidence, `${set}.jsonl`))) {
    const truth = gold.get(id);
    const title = truth && goldTitle(set, truth);
    if (!titles || !title) continue;
    const candidates = titleCandidates(titles);
    const hit = candidates.findIndex(({ text }) => squash(text) === squash(title));
    const weight = hit < 0 ? 0 : SET_WEIGHT[set] * ((truth.page_type ?? 'article') === 'article' ? 1 : 0.5);
    const page = { set, id, title, site: siteOf(truth), candidates, start: rows.length, hit };
    for (const [k, { row }] of candidates.entries()) {
      rows.push(row);
      labels.push(k === hit ? 1 : 0);
      weights.push(weight);
      owner.push(pages.length);
    }
    pages.push(page);
  }
}
console.error(`${pages.length} pages, ${rows.length} candidates, ${TITLE_FEATURES.length} features`);
if (rows.length === 0)
  throw new Error('learn-titles: no page of EVIDENCE has candidates for its title; write it anew with scripts/article-evidence.mjs');
const binned = binRows(rows);
const how = {
  trees: Number(opt.trees),
  leaves: Number(opt.leaves),
  rate: Number(opt.rate),
  columns: 0.5,
  share: 0.6,
  minWeight: 1,
  groups: Int32Array.from(owner),
};
const usable = (test) => Uint32Array.from(rows.keys()).filter((r) => weights[r] > 0 && test(pages[owner[r]]));

function report(scores, note) {
  const sums = new Map();
  for (const page of pages) {
    let best = 0;
    for (let k = 1; k < page.candidates.length; k++) if (scores[page.start + k] > scores[page.start + best]) best = k;
    const found = page.candidates[best]?.text ?? '';
    const sum = sums.get(page.set) ?? { pages: 0, exact: 0, candidates: 0 };
    sums.set(page.set, sum);
    sum.pages++;
    if (page.hit >= 0) sum.candidates++;
    if (squash(found) === squash(page.title)) sum.exact++;
    else if (opt.list === page.set) console.log(`${page.id}\n  gold  ${page.title}\n  found ${found}`);
  }
  for (const [set, { pages: n, exact, candidates }] of sums)
    console.log(
      `${note} ${set}: exact ${((100 * exact) / n).toFixed(1)} % of ${n}, among the candidates ${((100 * candidates) / n).toFixed(1)} %`,
    );
}

const learn = (test) =>
  boost(
    binned,
    labels,
    weights,
    usable((page) => test(page.site)),
    how,
  );

if (opt.cv) {
  const scores = scoresLeftOut(rows.length, (r) => pages[owner[r]].site, learn);
  report(scores, 'left out,');
}
if (opt.write) {
  const model = learn(() => true);
  report(model.scores, 'seen,');
  const { asked, text } = writeTrees(model, TITLE_FEATURES);
  writeFileSync(
    join(import.meta.dirname, '../core/page/article/title-weights.ts'),
    `// Written by scripts/learn-titles.mjs from ${pages.length} pages of ${new Set(pages.map((page) => page.site)).size} sites; not edited by hand.

/** Features that the trees ask for, by number. */
export const TITLE_ASKED =
  '${asked}';

/** One tree a line, in the notation of weights.ts. */
export const TITLE_TREES = \`
${text}
\`;
`,
  );
}

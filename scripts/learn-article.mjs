#!/usr/bin/env node
/**
 * Learns which blocks belong to a story and writes core/page/article/weights.ts.
 * node scripts/learn-article.mjs EVIDENCE CORPUS/articles [--cv] [--oof DIR] [--write] [--trees N] [--leaves N] [--rate X]
 * EVIDENCE is the folder that scripts/article-evidence.mjs wrote. --cv trains five times with a fifth of the SITES left out and writes the
 * left-out predictions to --oof for ../eval/score-articles.mjs; --write trains on all of it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { binRows, boost } from './boost.mjs';
import { lines, round, scoresLeftOut, writeTrees } from './learn-parts.mjs';

const { values: opt, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cv: { type: 'boolean' },
    oof: { type: 'string' },
    write: { type: 'boolean' },
    trees: { type: 'string', default: '60' },
    leaves: { type: 'string', default: '8' },
    rate: { type: 'string', default: '0.15' },
    columns: { type: 'string', default: '0.6' },
    min: { type: 'string', default: '1' },
    drop: { type: 'string' },
    importance: { type: 'boolean' },
  },
});
const [evidence, corpus] = positionals;
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}\p{M}_])+/gu;
const tokensOf = (text) => (text || '').normalize('NFC').match(TOKEN) || [];
const squash = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const NAMES = JSON.parse(readFileSync(join(evidence, 'features.json'), 'utf8'));
const STORY = new Set(['paragraph', 'heading', 'quote', 'item', 'code']);
/** How much a set counts: sets whose gold is about the story alone count most. */
const SET_WEIGHT = { scrapinghub: 2, fundus: 2, cwce: 2, daniel: 1, wcxb: 1, dragnet2012: 0.6, l3sgn1: 1, trafeval: 0.7 };

/** The share of each block's words that the gold holds, in its order as far as runs of four words tell. */
function labelByBody(blocks, body) {
  const gold = tokensOf(body);
  const grams = new Set();
  for (let i = 0; i + 4 <= gold.length; i++) grams.add(gold.slice(i, i + 4).join(' '));
  const goldText = ` ${gold.join(' ')} `;
  const goldLines = new Set(body.split('\n').map(squash).filter(Boolean));
  const tokens = blocks.map((block) => tokensOf(block.text));
  const labels = tokens.map((own, k) => {
    if (own.length === 0) return 0;
    if (own.length >= 4) {
      let hits = 0;
      for (let i = 0; i + 4 <= own.length; i++) if (grams.has(own.slice(i, i + 4).join(' '))) hits++;
      return hits / (own.length - 3);
    }
    if (goldLines.has(squash(blocks[k].text))) return 1;
    const before = (tokens[k - 1] ?? []).slice(-3);
    const after = (tokens[k + 1] ?? []).slice(0, 3);
    const has = (list) => list.length > own.length + 1 && goldText.includes(` ${list.join(' ')} `);
    return has([...before, ...own]) || has([...own, ...after]) ? 1 : 0;
  });
  // Of a text that stands twice, the copy among story blocks is meant.
  const places = new Map();
  blocks.forEach((block, k) => {
    if (labels[k] > 0.5) places.set(block.text, [...(places.get(block.text) ?? []), k]);
  });
  for (const list of places.values()) {
    if (list.length < 2) continue;
    const company = (k) =>
      [-3, -2, -1, 1, 2, 3].reduce((sum, d) => sum + (labels[k + d] ?? 0) * Math.min(tokens[k + d]?.length ?? 0, 40), 0);
    const best = list.reduce((a, b) => (company(b) > company(a) ? b : a));
    for (const k of list)
      if (k !== best && squash(blocks[k].text).length > 0 && goldText.split(` ${tokens[k].join(' ')} `).length < 3) labels[k] = 0;
  }
  return { labels, tokens, size: gold.length };
}

const isTitle = NAMES.indexOf('isTitle');
const isDate = NAMES.indexOf('text.date');
/** A line that names the author. */
const BY = /^(?:by|von|por|par|autor|author|posted by|written by|text)\b[:\s]+\S+|^(?:文|作者|记者|記者)[\s:：/]/iu;
const rows = [];
const labels = [];
const weights = [];
const owner = [];
const pages = [];
for (const name of readdirSync(evidence).filter((file) => file.endsWith('.jsonl'))) {
  const set = basename(name, '.jsonl');
  if (!(set in SET_WEIGHT)) continue;
  const gold = new Map(lines(join(corpus, set, 'gold.jsonl')).map((row) => [row.id, row]));
  for (const page of lines(join(evidence, name))) {
    const truth = gold.get(page.id);
    if (!truth) continue;
    const bytes = Buffer.from(page.rows, 'base64');
    const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const entry = {
      set,
      id: page.id,
      site: truth.domain || truth.id.slice(0, 8),
      title: page.title,
      blocks: page.blocks,
      start: rows.length,
    };
    pages.push(entry);
    const clean = !(truth.gold_in_html < 0.6) && !(set === 'wcxb' && truth.page_type !== 'article');
    const width = NAMES.length;
    let judged = null;
    if (truth.body) judged = labelByBody(page.blocks, truth.body);
    page.blocks.forEach((block, k) => {
      const row = all.subarray(k * width, (k + 1) * width);
      rows.push(row);
      owner.push(pages.length - 1);
      let label = 0;
      let weight = 0;
      if (judged) {
        label = judged.labels[k];
        // A page counts 1 in all, however long; a heading counts a little more than its words.
        weight = clean ? ((judged.tokens[k].length ** 0.9 + 3) / (judged.size + 60)) * SET_WEIGHT[set] : 0;
        if (row[isTitle] === 1) weight = 0;
        // Some golds hold byline and date; here they are read apart.
        if (label > 0.5 && block.text.length < 90 && (row[isDate] === 1 || BY.test(block.text)) && !/[.!?。！？]$/.test(block.text))
          weight *= 0.1;
        if (label < 0.5 && block.kind === 'caption') weight *= 0.5;
      } else if (truth.with) {
        const s = squash(block.text);
        const has = (list) => (list ?? []).some((one) => s.includes(squash(one)) && squash(one) !== '');
        if (has(truth.with)) {
          label = 1;
          weight = (0.5 / truth.with.length) * SET_WEIGHT[set];
        } else if (has(truth.without) || has(truth.comment_snippets)) weight = (0.5 / ((truth.without ?? []).length + 1)) * SET_WEIGHT[set];
      }
      labels.push(label);
      weights.push(weight);
    });
    entry.end = rows.length;
  }
}
console.error(`${pages.length} pages, ${rows.length} blocks, ${NAMES.length} features`);
// What a left-out test drops is made constant.
for (const f of opt.drop ? NAMES.map((name, i) => (new RegExp(opt.drop).test(name) ? i : -1)).filter((i) => i >= 0) : [])
  for (const row of rows) row[f] = 0;
const binned = binRows(rows);
const how = {
  trees: Number(opt.trees),
  leaves: Number(opt.leaves),
  rate: Number(opt.rate),
  columns: Number(opt.columns),
  minWeight: Number(opt.min),
};
const usable = (test) => Uint32Array.from(rows.keys()).filter((r) => weights[r] > 0 && test(pages[owner[r]]));

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
  if (opt.oof) {
    mkdirSync(opt.oof, { recursive: true });
    const bySet = Map.groupBy(pages, (page) => page.set);
    for (const [set, list] of bySet)
      writeFileSync(
        join(opt.oof, `${set}.jsonl`),
        list
          .map((page) => {
            const body = page.blocks
              .filter((block, k) => scores[page.start + k] > 0 && STORY.has(block.kind) && rows[page.start + k][isTitle] !== 1)
              .map((block) => block.text)
              .join('\n');
            return JSON.stringify({
              id: page.id,
              title: page.title,
              body,
              scores: Array.from(scores.subarray(page.start, page.end), (x) => +x.toFixed(2)),
            });
          })
          .join('\n'),
      );
  }
}
if (opt.write) {
  const model = learn(() => true);
  const { asked, text } = writeTrees(model, NAMES);
  writeFileSync(
    join(import.meta.dirname, '../core/page/article/weights.ts'),
    `// Written by scripts/learn-article.mjs from ${pages.length} pages of ${new Set(pages.map((page) => page.site)).size} sites; not edited by hand.

/** Features that the trees ask for, by number. */
export const ASKED = '${asked}';

/** Score of a block that no tree knows anything about. */
export const BIAS = ${round(model.bias)};

/**
 * One tree a line: its questions \`feature>limit?yes:no\`, then its leaves in hundredths. A target from 0 on is the question to go on with,
 * -1 is the first leaf, -2 the second, and so on.
 */
export const TREES = \`
${text}
\`;
`,
  );
  if (opt.importance) {
    const used = new Map();
    for (const [nodes] of model.trees) for (const [f] of nodes) used.set(NAMES[f], (used.get(NAMES[f]) ?? 0) + 1);
    console.error(
      [...used]
        .sort((a, b) => b[1] - a[1])
        .map(([name, n]) => `${name} ${n}`)
        .join(', '),
    );
  }
}

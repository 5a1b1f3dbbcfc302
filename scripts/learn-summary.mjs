// Learns the weights of core/summary/weights.ts from stories with reference summaries.
//   node scripts/learn-summary.mjs FOLDER > core/summary/weights.ts
//   node scripts/learn-summary.mjs FOLDER --left-out SET > OUT.jsonl
// The second writes no weights: it chooses the sentences of each story of SET by weights learned without its publisher (five folds, see
// scripts/left-out-summary.mjs), in the form that the summary scorers read.
// FOLDER holds lctt_dek, fundus_dek, cnndm, cctv_head (rows {id, lang, title, text, refs}) and keysent.jsonl (rows also with
// sentences, key, ok), as the summary scorers read them. A sentence should get the share of the score that a softmax over its
// overlap with the references (and its being a key sentence) gives it; Adam, 200 steps, the same result every time.
import { join } from 'node:path';
import { articleOf, rowsOf } from './eval-rows.mjs';

const { findCandidates } = await import('../core/summary/candidates.ts');
const { FEATURES, measure } = await import('../core/summary/features.ts');

const STEPS = 200;
const RATE = 0.08;
const DECAY = 0.002;
// A single sentence is matched with deks, whose words are their editors' own: strong shrinkage kept most on sites left out.
const DECAY_BRIEF = 0.02;
// How sharply the goal prefers the best sentence; headlines of news are nearly always the first one.
const HEAT = { cctv_head: 35 };
const LEAD_FEATURES = [
  'first',
  'nearStart',
  'position',
  'paragraphDecay',
  'leadSimilarity',
  'centrality',
  'length',
  'long',
  'short',
  'quoted',
  'question',
];
const TITLE_FEATURES = /title|feedback/i;

const CJK = '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uac00-\\ud7af';
const TOKEN = new RegExp(`[${CJK}]|(?:(?![${CJK}])[\\p{L}\\p{N}])+`, 'gu');
const tokensOf = (text) => text.toLowerCase().match(TOKEN) ?? [];
const normal = (text) =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join('');

function gramF1(a, b, n) {
  const counts = new Map();
  for (let i = 0; i + n <= b.length; i++) {
    const gram = b.slice(i, i + n).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  let common = 0;
  for (let i = 0; i + n <= a.length; i++) {
    const gram = a.slice(i, i + n).join(' ');
    const left = counts.get(gram) ?? 0;
    if (left > 0) {
      common++;
      counts.set(gram, left - 1);
    }
  }
  return common ? (2 * common) / (a.length + b.length - 2 * n + 2) : 0;
}

function subsequenceF1(a, b) {
  let row = new Uint16Array(b.length + 1);
  for (const x of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) next[j + 1] = x === b[j] ? row[j] + 1 : Math.max(row[j + 1], next[j]);
    row = next;
  }
  return row[b.length] ? (2 * row[b.length]) / (a.length + b.length) : 0;
}

const overlap = (a, refs) => Math.max(...refs.map((b) => (gramF1(a, b, 1) + gramF1(a, b, 2) + subsequenceF1(a, b)) / 3));

/** 1 for a key sentence, 0.7 for an acceptable one, 0 otherwise: splitters differ, so containment counts. */
function keyGrade(text, row) {
  const own = normal(text);
  const touches = (i) => {
    const gold = normal(row.sentences[i]);
    return (
      gold !== '' &&
      (gold === own || (own.includes(gold) && gold.length * 2 >= own.length) || (gold.includes(own) && own.length * 2 >= gold.length))
    );
  };
  if (row.key.some(touches)) return 1;
  return row.ok.some(touches) ? 0.7 : 0;
}

function readSet(folder, name) {
  return rowsOf(join(folder, `${name}.jsonl`)).flatMap((row) => {
    const article = articleOf(row);
    const candidates = findCandidates(article);
    if (candidates.list.length < 2) return [];
    const refs = row.refs.map(tokensOf);
    const heat = candidates.list.map(({ text }) => {
      const score = overlap(tokensOf(text), refs);
      return row.key ? 3 * keyGrade(text, row) + score : (HEAT[name] ?? 12) * score;
    });
    const top = Math.max(...heat);
    const raised = heat.map((value) => Math.exp(value - top));
    const sum = raised.reduce((a, b) => a + b);
    return [
      {
        set: name,
        row,
        candidates,
        paired: candidates.paired,
        rows: measure(candidates, article.title),
        goal: raised.map((value) => value / sum),
      },
    ];
  });
}

/** Weights for documents; each set counts the same in all, times its share. */
function learn(docs, shares, features, decay = DECAY) {
  const columns = features.map((name) => FEATURES.indexOf(name));
  const sizes = new Map();
  for (const { set } of docs) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  const n = columns.length;
  const weights = new Float64Array(n);
  const mean = new Float64Array(n);
  const square = new Float64Array(n);
  for (let step = 1; step <= STEPS; step++) {
    const slope = new Float64Array(n);
    for (const { set, rows, goal } of docs) {
      const scores = rows.map((row) => columns.reduce((sum, column, k) => sum + weights[k] * row[column], 0));
      const top = Math.max(...scores);
      const raised = scores.map((score) => Math.exp(score - top));
      const sum = raised.reduce((a, b) => a + b);
      const share = (shares[set] ?? 1) / sizes.get(set);
      rows.forEach((row, i) => {
        const miss = (raised[i] / sum - goal[i]) * share;
        columns.forEach((column, k) => {
          slope[k] += miss * row[column];
        });
      });
    }
    for (let k = 0; k < n; k++) {
      slope[k] += decay * weights[k];
      mean[k] = 0.9 * mean[k] + 0.1 * slope[k];
      square[k] = 0.99 * square[k] + 0.01 * slope[k] ** 2;
      weights[k] -= (RATE * (mean[k] / (1 - 0.9 ** step))) / (Math.sqrt(square[k] / (1 - 0.99 ** step)) + 1e-6);
    }
  }
  return Object.fromEntries(
    FEATURES.map((name) => [name, features.includes(name) ? Number(weights[features.indexOf(name)].toFixed(2)) : 0]),
  );
}

/** The tables of weights (only those in `names`, if given): by whether the story has a title, whether its script is counted by characters, and whether one sentence must do. */
export function learnAll(docs, names = null) {
  const of = (...names) => docs.filter(({ set }) => names.includes(set));
  const all = [...FEATURES];
  const untitled = all.filter((name) => !TITLE_FEATURES.test(name) && name !== 'afterTitled');
  const tables = {
    TITLED_CJK: () =>
      learn(
        of('lctt_dek', 'keysent').filter(({ paired }) => paired),
        {},
        all,
      ),
    TITLED: () => learn(of('lctt_dek', 'fundus_dek', 'keysent', 'cnndm'), { keysent: 2 }, all),
    TITLED_BRIEF: () => learn(of('lctt_dek', 'fundus_dek', 'keysent', 'cnndm'), {}, all, DECAY_BRIEF),
    UNTITLED_CJK: () => learn(of('cctv_head'), {}, LEAD_FEATURES),
    UNTITLED: () => learn(of('cnndm', 'cctv_head'), { cctv_head: 0.3 }, untitled),
  };
  return Object.fromEntries((names ?? Object.keys(tables)).map((name) => [name, tables[name]()]));
}

export const readAll = (folder) => ['lctt_dek', 'fundus_dek', 'keysent', 'cnndm', 'cctv_head'].flatMap((name) => readSet(folder, name));

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2];
  if (!folder) throw new Error('learn-summary: FOLDER with the sets is required');
  const at = process.argv.indexOf('--left-out');
  if (at > 0) {
    const { chooseLeftOut } = await import('./left-out-summary.mjs');
    for (const row of chooseLeftOut(readAll(folder), process.argv[at + 1], learnAll)) process.stdout.write(`${JSON.stringify(row)}\n`);
    process.exit(0);
  }
  const tables = learnAll(readAll(folder));
  const about = {
    TITLED_CJK: 'Stories with a title in scripts counted by characters.',
    TITLED: 'Stories with a title in scripts counted by words.',
    TITLED_BRIEF: 'The same where one sentence, or a few words, must stand for the story.',
    UNTITLED_CJK: 'Texts without a title in scripts counted by characters.',
    UNTITLED: 'Texts without a title in scripts counted by words.',
  };
  process.stdout.write(`import type { FEATURES } from './features';

// Written by scripts/learn-summary.mjs; not edited by hand.

/** What each feature is worth to a sentence. */
export type Weights = Readonly<Record<(typeof FEATURES)[number], number>>;
`);
  for (const [name, table] of Object.entries(tables)) {
    const lines = Object.entries(table).map(([feature, value]) => `  ${feature}: ${value},`);
    process.stdout.write(`\n/** ${about[name]} */\nexport const ${name}: Weights = {\n${lines.join('\n')}\n};\n`);
  }
}

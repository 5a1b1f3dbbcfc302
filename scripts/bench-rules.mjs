// Figures of the rules: matching, folding, loading ten thousand rules, memory, patterns made to explode.
// Alone: node scripts/bench-rules.mjs
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { makeComments } from '../tests/bench/comments.mjs';

const ENTRY = fileURLToPath(new URL('../tests/bench/rules-entry.ts', import.meta.url));
const ROUNDS = 11;
const COMMENTS = 10_000;

async function load() {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: ENTRY, write: false, minify: false, target: 'es2023' },
  });
  const [chunk] = Array.isArray(output) ? output[0].output : output.output;
  return import(`data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
let sink = 0; // what the measured work gives, so that no engine may leave it out
const timed = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** P: one charCodeAt pass over the texts. */
function pass(texts) {
  let sum = 0;
  for (const text of texts) for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  sink += sum;
}

/**
 * How many P an operation costs: both measured in turn, median of the ratios; warmed up before. A round in which P against itself leaves
 * 0.9–1.1 does not count, as long as there is hope of quiet ones.
 */
function inPasses(texts, work) {
  for (let i = 0; i < 6; i++) {
    pass(texts);
    work();
  }
  const ratios = [];
  for (let tries = 0; ratios.length < ROUNDS && tries < ROUNDS * 20; tries++) {
    const before = timed(() => pass(texts));
    const cost = timed(work);
    const after = timed(() => pass(texts));
    const isQuiet = before / after > 0.9 && before / after < 1.1;
    if (isQuiet || tries >= ROUNDS * 19) ratios.push((cost * 2) / (before + after));
  }
  return median(ratios);
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const NO_EDGES =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\u30fc]/u;
const hasEdges = (char) => char !== undefined && LETTER.test(char) && !NO_EDGES.test(char);

/** What the index must find, the slow way: includes, then indexOf and a look at both edges. Gives `comment:word:start` of all hits, starts in the original. */
function naiveHits(texts, maps, words) {
  const hits = new Set();
  const edges = words.map((word) => [hasEdges(word[0]), hasEdges(word.at(-1))]);
  texts.forEach((text, t) => {
    for (let w = 0; w < words.length; w++) {
      const word = words[w];
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const [first, last] = edges[w];
        if ((first && hasEdges(text[at - 1])) || (last && hasEdges(text[at + word.length]))) continue;
        hits.add(`${t}:${w}:${maps[t] ? maps[t][at] : at}`);
      }
    }
  });
  return hits;
}

function checkHits(index, comments, folded, words) {
  const naive = naiveHits(
    folded.map((one) => one.text),
    folded.map((one) => one.map),
    words,
  );
  const ours = new Set();
  for (const [t, text] of comments.entries()) index.scan(text, (word, start) => void ours.add(`${t}:${word}:${start}`));
  const missing = [...naive].filter((hit) => !ours.has(hit)).length;
  const extra = [...ours].filter((hit) => !naive.has(hit)).length;
  if (missing + extra > 0 || naive.size === 0)
    throw new Error(`rules: hits differ from the naive loop's: ${missing} missing, ${extra} extra, ${naive.size} in all`);
  return naive.size;
}

const ruleOf = (word, at) => ({
  uuid: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
  rev: {},
  name: '',
  when: { kind: 'words', words: [word], part: false, lookalikes: false, spaced: false },
  action: { kind: 'hide' },
  scope: { kind: 'everywhere' },
  priority: 0,
  expiresAt: null,
  enabled: true,
  replies: false,
  origin: { kind: 'mine' },
});

/** Patterns on which backtracking engines explode, and what to feed them. */
export const REDOS = [
  ['(a+)+$', 'a', '!'],
  ['(a|aa)+$', 'a', '!'],
  ['(a|a)*b', 'a', '!'],
  ['([a-zA-Z]+)*!$', 'a', '1'],
  ['(.*)*x.*y$', 'x', ''],
  ['(x+x+)+y', 'x', ''],
  ['^(\\w+\\s?)*$', 'ab ', '!'],
  ['(\\d+)*-(\\d+)*-', '1', ''],
  ['(哈+)+！', '哈', '?'],
  ['.*.*.*=.*', 'a', ''],
];

/** How the time grows with the text, 25,000 → 200,000 characters, as an exponent: 1 is linear. Best of three at each size. */
function growthOf(engine, [source, unit, end]) {
  const made = engine.compile(source, 'i');
  if (!made.ok) throw new Error(`rules: ${source} was refused: ${made.problem}`);
  const times = [25_000, 200_000].map((length) => {
    const text = unit.repeat(Math.ceil(length / unit.length)) + end;
    return Math.min(...[1, 2, 3].map(() => timed(() => made.value.find(text))));
  });
  // Below a millisecond there is nothing to measure: the engine saw at a glance that nothing can match.
  return times[1] < 1 ? 0 : Math.log(times[1] / Math.max(times[0], 0.1)) / Math.log(8);
}

/** All figures of the rules, as `{id, value, unit, limit, reference}`. Throws if the matcher's hits are not the naive loop's. */
export async function benchRules() {
  const { compileInSlices, compileRules, createWordIndex, fold, regexEngine, variantsFor } = await load();
  const { comments, lists } = makeComments(COMMENTS, [10_000, 1000]);
  const figures = [];
  const add = (id, value, unit, limit, reference) => figures.push({ id, value: Number(value.toPrecision(4)), unit, limit, reference });

  const context = { now: 0, site: 'a.example', path: '/', threadKey: 'a.example/1' };
  const rules = lists[0].map(ruleOf);
  let longest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    let slice = 0;
    const steps = compileInSlices(rules, { ...context, variants: variantsFor(lists[0]) });
    let isDone = false;
    const step = () => {
      isDone = steps.next().done === true;
    };
    while (!isDone) slice = Math.max(slice, timed(step));
    longest = Math.min(longest, slice);
  }

  for (const [at, id, limit] of [
    [0, 'P6.10k', 8],
    [1, 'P6.1k', 3],
  ]) {
    const variants = variantsFor(lists[at]);
    const index = createWordIndex(lists[at], { variants });
    const folded = comments.map((text) => fold(text, { variants }));
    const words = lists[at].map((word) => fold(word, { variants }).text);
    const hits = checkHits(index, comments, folded, words);
    let found = 0;
    const report = () => found++;
    const value = inPasses(comments, () => {
      for (const text of comments) index.scan(text, report);
    });
    sink += found;
    add(id, value, 'P', limit, `naive includes 2,875, best npm 137; ${hits} hits as the naive loop's`);
  }
  const variants = variantsFor(lists[1]);
  const value = inPasses(comments, () => {
    for (const text of comments) sink += fold(text, { variants }).text.charCodeAt(0); // reading it makes the engine finish the string
  });
  add('P7', value, 'P', 3, 'NFKC and lower case without variants 2.3');

  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const held = () => {
    collect();
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const kept = { ...variantsFor(lists[0]) };
  const before = held();
  const compiled = compileRules(rules, { ...context, variants: kept });
  const memory = held() - before;
  if (compiled.rules.length !== rules.length) throw new Error('rules: not all of the rules were compiled');

  add('rules.load10k.longest', longest, 'ms', 50, 'longest slice, best of three runs');
  add('rules.memory10k', memory, 'bytes', 8_000_000, 'heap and buffers that 10,000 compiled rules hold, tables included');
  add(
    'rules.redos',
    Math.max(...REDOS.map((one) => growthOf(regexEngine, one))),
    'exponent',
    1.25,
    'worst of the set, 25,000 → 200,000 characters; native engines are exponential',
  );
  if (Number.isNaN(sink)) throw new Error('rules: nothing was measured');
  return figures;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const figure of await benchRules()) process.stdout.write(`${JSON.stringify(figure)}\n`);

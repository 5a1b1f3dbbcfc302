import './load-ts.mjs';

const { words } = await import('../core/text/segment.ts');
const { summariseArticle } = await import('../core/summary/article.ts');
const { digestSteps } = await import('../core/summary/discussion.ts');

const COMMENTS = 5000;
const ROUNDS = 7;
const NOW = Date.UTC(2024, 5, 30);

/** A generator of the same numbers every time (0 to 1). */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Invented words with the frequencies of a language: the n-th is n times rarer than the first. */
function speaker(kind, seed) {
  const random = randomOf(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const han = Array.from({ length: 1500 }, (_, i) => String.fromCharCode(0x4e00 + i * 13));
  const syllables = 'ba co di fu ga le mi no pe ra so tu ver con tion ing er al ment pre'.split(' ');
  const lexicon = Array.from({ length: 6000 }, () =>
    kind === 'zh'
      ? Array.from({ length: 1 + Math.floor(random() * 2.6) }, () => pick(han)).join('')
      : Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(syllables)).join(''),
  );
  const word = () => lexicon[Math.floor(lexicon.length ** random()) - 1];
  const sentence = () => {
    const count = 8 + Math.floor(random() * 16);
    const list = Array.from({ length: count }, word);
    if (kind === 'zh') return `${list.slice(0, count >> 1).join('')}，${list.slice(count >> 1).join('')}。`;
    const text = list.join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  return { random, sentence, text: (n) => Array.from({ length: n }, sentence).join(kind === 'zh' ? '' : ' ') };
}

function articleOf(kind) {
  const { sentence, text } = speaker(kind, 11);
  const blocks = Array.from({ length: 25 }, () => ({ kind: 'paragraph', text: text(4), level: null }));
  return { url: '', title: sentence().slice(0, -1), byline: null, date: null, dateText: null, site: null, lang: kind, blocks };
}

function threadOf() {
  const voices = [speaker('zh', 3), speaker('en', 4)];
  const comments = Array.from({ length: COMMENTS }, (_, i) => {
    const { random, text } = voices[i % 2];
    return {
      key: `c${i}`,
      id: `c${i}`,
      author: { name: `person ${Math.floor(900 * random())}`, id: null, url: null },
      text: text(1 + Math.floor(random() * 4)),
      date: new Date(NOW - Math.floor(random() * 5e8)).toISOString(),
      dateText: null,
      floor: String(i + 1),
      depth: i % 3,
      parentKey: i % 3 ? `c${i - 1}` : null,
      score: Math.floor(random() * 40),
      quotes: [],
      op: false,
    };
  });
  return { key: 'bench', url: '', title: '', site: '', declared: COMMENTS, comments, adapter: null, reader: null };
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

function time(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The dearer of the two languages: cost of a summary in word passes over the same text, each the median of ROUNDS. */
function benchArticle() {
  let worst = null;
  for (const kind of ['zh', 'en']) {
    const article = articleOf(kind);
    const text = article.blocks.map((block) => block.text).join('\n');
    const ours = [];
    const passes = [];
    for (let round = 0; round < 8 * ROUNDS; round++) {
      passes.push(time(() => words(text, kind)));
      ours.push(time(() => summariseArticle(article, { sentences: 3 })));
    }
    const value = median(ours.slice(4 * ROUNDS)) / median(passes.slice(4 * ROUNDS));
    if (!worst || value > worst.value) worst = { value, reference: median(passes.slice(4 * ROUNDS)) };
  }
  return { id: 'P13.article', value: worst.value, unit: 'W', limit: 3, reference: worst.reference };
}

function benchDiscussion() {
  const thread = threadOf();
  const article = articleOf('en');
  const passes = [];
  const ours = [];
  const longest = [];
  for (let round = 0; round < ROUNDS; round++) {
    passes.push(
      time(() => {
        for (const { text } of thread.comments) words(text, 'zh');
      }),
    );
    let sum = 0;
    let most = 0;
    const steps = digestSteps(thread, { article, leftOut: new Set(), now: NOW });
    for (let done = false; !done; ) {
      const took = time(() => {
        done = steps.next().done;
      });
      sum += took;
      most = Math.max(most, took);
    }
    ours.push(sum);
    longest.push(most);
  }
  const reference = median(passes);
  return [
    { id: 'P13.discussion', value: median(ours) / reference, unit: 'W', limit: 3, reference },
    { id: 'P13.longest', value: median(longest), unit: 'ms', limit: 50, reference },
  ];
}

/** The figures of P13 on invented text; `reference` is the word pass in ms. */
export async function benchText() {
  return [benchArticle(), ...benchDiscussion()].map((figure) => ({
    ...figure,
    value: Number(figure.value.toFixed(3)),
    reference: Number(figure.reference.toFixed(3)),
  }));
}

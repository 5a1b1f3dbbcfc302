import { describe, resolve } from '../../core/page/anchor';

/** A text whose characters know where they came from, so that a place can be judged after edits. */
type Traced = readonly { readonly char: string; readonly from: number }[];
const trace = (text: string): Traced => [...text].map((char, from) => ({ char, from }));
const textOf = (traced: Traced) => traced.map(({ char }) => char).join('');

const VOCABULARY =
  'the a harbour town council read annex nobody said ship inspector spring each two ports sign vote clerk 港口 附件 没有 检查 春天 公布 小镇'.split(
    ' ',
  );
/** Lets `random()` (0 to 1) make a text of words that repeat a lot. */
function makeText(random: () => number): string {
  const words = Array.from({ length: 40 + Math.floor(random() * 80) }, () => VOCABULARY[Math.floor(random() * VOCABULARY.length)]!);
  return words.join(' ');
}
function edit(traced: Traced, random: () => number): Traced {
  const at = Math.floor(random() * traced.length);
  const length = Math.floor(random() * 30);
  const fresh = () => [...`${VOCABULARY[Math.floor(random() * VOCABULARY.length)]} `].map((char) => ({ char, from: -1 }));
  const kind = random();
  if (kind < 0.35) return [...traced.slice(0, at), ...fresh(), ...traced.slice(at)];
  if (kind < 0.65) return [...traced.slice(0, at), ...traced.slice(at + length)];
  if (kind < 0.85) return [...traced.slice(0, at), ...fresh(), ...traced.slice(at + length)];
  // A passage moves elsewhere.
  const rest = [...traced.slice(0, at), ...traced.slice(at + length)];
  const to = Math.floor(random() * rest.length);
  return [...rest.slice(0, to), ...traced.slice(at, at + length), ...rest.slice(to)];
}
/** A small generator with a seed: every run of the test is the same. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How many of so many described places are found again after random edits of their texts, given up, or (told one by one) put in a wrong place. */
export function anchorsAfterEdits(runs: number): { readonly right: number; readonly orphan: number; readonly wrong: readonly string[] } {
  const counts = { right: 0, orphan: 0 };
  const wrong: string[] = [];
  for (let seed = 1; seed <= runs; seed++) {
    const random = seeded(seed * 7919);
    const text = makeText(random);
    const start = Math.floor(random() * (text.length - 5));
    const end = Math.min(text.length, start + 3 + Math.floor(random() * 60));
    const selectors = describe(text, start, end);
    let traced = trace(text);
    for (let edits = 1 + Math.floor(random() * 4); edits > 0; edits--) traced = edit(traced, random);
    const place = resolve(textOf(traced), selectors);
    if (!place) {
      counts.orphan++;
      continue;
    }
    const found = traced.slice(place.start, place.end);
    const own = found.filter(({ from }) => from >= start && from < end).length;
    // Right: at least half of what is marked now is what was marked then.
    if (own * 2 >= found.length) counts.right++;
    else wrong.push(`${seed}: "${selectors.exact}" → "${textOf(found)}"`);
  }
  return { ...counts, wrong };
}

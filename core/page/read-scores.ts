import { attributeOf } from './safe-dom';
import type { Steps } from './steps';
import { HINT } from './thread/hints';
import { type Layout, textOf } from './thread/layout';

const SCORE =
  /^[\s(（[+↑▲👍]*([-–−+]?\d[\d.,]*)\s*([kKwW万千])?\s*(?:points?|pts|votes?|likes?|upvotes?|punkte?|赞|讚|顶|推|人)?[\s)）\]]*$/u;
const COUNTED =
  /(?:points?|pts|score|likes?|votes?|赞|讚|顶|支持|推荐|추천|공감)\s*[:：(（]?\s*([-–−+]?\d[\d,]*)|([-–−+]?\d[\d,]*)\s*(?:points?|pts|likes?|votes?|upvotes?|(?:people|persons?|users?|readers?|members?)\s+(?:like|found|recommend)|personen gefällt|赞|讚|顶|支持|추천)/iu;
/** The whole of a text that counts votes by a word of its own: "Likes (3)", "추천 12", "12 people like this". */
const SAYS_VOTES =
  /^[\s(（[+↑▲👍]*(?:(?:upvotes?|likes?|score|赞|讚|顶|支持|推荐|추천|공감)\s*[:：(（]?\s*[-–−+]?\d[\d,]*|[-–−+]?\d[\d,]*\s*(?:upvotes?|likes?|(?:people|persons?|users?|readers?|members?)\s+(?:like|found|recommend).{0,24}|赞|讚|支持|추천))[\s)）\]]*$/iu;
/** Class tokens that count votes and are no cue of a comment otherwise. */
const COUNTS = /(?:^|[\s_-])(?:recommendations?|upvotes?|like-?nums?|zan(?:-?num|-?count)?|ding(?:-?num)?)(?:$|[\s_-])/i;

/** Reads the votes of each record from the place that class names call a score, null where there is none. */
export function* readScores(layout: Layout, taken: ReadonlySet<number>): Steps<(number | null)[]> {
  const { page, spans } = layout;
  interface Place {
    readonly found: Map<number, number>;
    worth: number;
  }
  const places = new Map<number, Place>();
  const looked = layout.close.reduce((sum, c) => sum + c, 0);
  for (let k = 0; k < spans.length; k++) {
    if (!layout.close[k]) continue;
    yield;
    const seen = new Set<number>();
    for (const i of layout.elements[k]!) {
      const size = page.text[i]!;
      const at = layout.place[i]!;
      if (size === 0 || size > 32 || seen.has(at) || taken.has(i)) continue;
      const text = textOf(layout, k, i, 40);
      let worth = page.info[i]!.hints & HINT.score ? 0.8 : 0;
      const up = page.parent[i]!;
      if (up >= spans[k]!.start && page.info[up]!.hints & HINT.score) worth += 0.3;
      const prop = attributeOf(page.elements[i]!, 'itemprop');
      if (prop === 'upvoteCount' || prop === 'ratingValue') worth += 1;
      const match = SCORE.exec(text);
      const counted = match ? null : COUNTED.exec(text);
      if (!match && !counted) continue;
      if (counted) worth += 0.4;
      if (SAYS_VOTES.test(text) || SAYS_VOTES.test(attributeOf(page.elements[i]!, 'aria-label') ?? '')) worth += 0.3;
      if (COUNTS.test(attributeOf(page.elements[i]!, 'class') ?? '')) worth += 0.6;
      if (ofWriter(layout, k, i)) worth -= 0.5;
      if (attributeOf(page.elements[i]!, 'title') === match?.[1]) worth += 0.2;
      if (/[-+−–]\d|\b(?:points?|pts)\b/i.test(text)) worth += 0.35;
      if (worth < 0.5) continue;
      seen.add(at);
      const number = toNumber(match ? match[1]! : (counted![1] ?? counted![2])!, match?.[2]);
      if (number === null) continue;
      let place = places.get(at);
      if (!place) {
        place = { found: new Map(), worth: 0 };
        places.set(at, place);
      }
      place.found.set(k, number);
      place.worth += worth;
    }
  }
  let best: Place | null = null;
  let bestValue = 0.3;
  for (const place of places.values()) {
    const mean = place.worth / place.found.size;
    const value = Math.min(1.5, mean) * (0.3 + 0.7 * (place.found.size / looked));
    if (value > bestValue + 1e-9) {
      bestValue = value;
      best = place;
    }
  }
  if (!best) return spans.map(() => null);
  const [at] = [...places].find(([, place]) => place === best)!;
  const scoreOf = (k: number): number | null => {
    if (layout.close[k]) return best.found.get(k) ?? null;
    const i = layout.elements[k]!.find((j) => layout.place[j] === at);
    if (i === undefined || page.text[i]! > 32) return null;
    const text = textOf(layout, k, i, 40);
    const match = SCORE.exec(text);
    const counted = match ? null : COUNTED.exec(text);
    return match ? toNumber(match[1]!, match[2]) : counted ? toNumber((counted[1] ?? counted[2])!, undefined) : null;
  };
  const scores: (number | null)[] = [];
  for (let k = 0; k < spans.length; k++) {
    if (layout.turns[k]) yield;
    scores.push(scoreOf(k));
  }
  return scores;
}

/** A number in the writer's profile counts what the writer has got, not the comment. */
function ofWriter({ page, spans }: Layout, record: number, i: number): boolean {
  for (let j = i, steps = 0; steps < 5 && j > spans[record]!.start; j = page.parent[j]!, steps++)
    if (page.info[j]!.hints & HINT.profile) return true;
  return false;
}

function toNumber(text: string, unit: string | undefined): number | null {
  const plain = text.replace(/[–−]/, '-').replace(/^\+/, '');
  const number = unit ? Number(plain.replace(',', '.')) : Number(plain.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.'));
  if (Number.isNaN(number)) return null;
  return Math.round(number * (unit ? (/[wW万]/.test(unit) ? 10_000 : 1000) : 1));
}

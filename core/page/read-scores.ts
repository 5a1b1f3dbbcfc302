import { collapse } from './collapse';
import {
  AGAINST_ICON,
  AGAINST_LABEL,
  AGAINST_WORD,
  BARE_COUNT,
  COUNT_OF_ELSE,
  COUNT_THEN_WORD,
  COUNTS_BOTH,
  OTHER_LABEL,
  VOTE_ICON,
  VOTE_LABEL,
  WORD_THEN_COUNT,
} from './read-score-words';
import type { ShortTexts } from './read-shorts';
import { attributeOf } from './safe-dom';
import type { Steps } from './steps';
import { HINT } from './thread/hints';
import type { Layout } from './thread/layout';
import { isLabel } from './thread/words';

interface Place {
  readonly found: Map<number, number>;
  worth: number;
}

interface Candidate {
  readonly place: number;
  /** Element around the one that holds the number. */
  readonly parent: number;
  readonly score: number;
  readonly worth: number;
  /** The text itself says what is counted. */
  readonly said: boolean;
}

/** Characters of a text that may count votes. */
const LONGEST = 48;
/** Evidence that one number needs at least to be looked at. */
const LEAST_WORTH = 0.5;
/** Value that a place needs: its mean evidence, less where it stands in few records. */
const LEAST_VALUE = 0.3;

/** Class tokens that count votes and are no cue of a comment otherwise. */
const COUNTS =
  /(?:^|[\s_-])(?:recommendations?|upvotes?|like-?(?:nums?|count)|vote-?(?:nums?|count)|zan(?:-?num|-?count)?|ding(?:-?num)?|n-?good|agree-?(?:num|count))(?:$|[\s_-])/i;
const ATTRIBUTES = ['data-score', 'data-likes', 'data-like-count', 'data-votes', 'data-vote-count', 'data-upvotes', 'data-karma', 'score'];
const WHOLE = /^[-–−+]?\d[\d.,]*$/;

/** Reads the votes for each record (votes against it are another count), null where it shows none. `taken`: elements of names and dates. */
export function* readScores(
  layout: Layout,
  names: readonly string[],
  bodies: readonly (readonly number[])[],
  taken: ReadonlySet<number>,
  shorts: ShortTexts,
): Steps<(number | null)[]> {
  const { spans } = layout;
  const places = new Map<number, Place>();
  const looked = layout.close.reduce((sum, c) => sum + c, 0);
  const all: (readonly Candidate[])[] = [];
  for (let k = 0; k < spans.length; k++) {
    if (layout.close[k]) yield;
    all.push(layout.close[k] ? candidatesOf(layout, k, bodies[k]!, taken, shorts, null) : []);
  }
  all.forEach((list, k) => {
    for (const { place: at, score, worth } of list) {
      let place = places.get(at);
      if (!place) {
        place = { found: new Map(), worth: 0 };
        places.set(at, place);
      }
      if (place.found.has(k)) continue;
      place.found.set(k, score);
      place.worth += worth;
    }
  });
  const valueAt = ({ found, worth }: Place) =>
    staysWithWriter(found, names) ? 0 : Math.min(1.5, worth / found.size) * (0.3 + 0.7 * (found.size / looked));
  const told = [...places].map(([at, place]) => ({ at, place, value: valueAt(place) })).sort((a, b) => b.value - a.value);
  const best = told[0];
  const attributed = byAttribute(layout);
  // An attribute of every record tells more than a number that only the most liked show.
  if (attributed && (!best || best.value <= LEAST_VALUE || best.place.found.size < 0.9 * looked)) return attributed;
  if (!best || best.value <= LEAST_VALUE) return spans.map(() => null);
  const scores: (number | null)[] = [];
  for (let k = 0; k < spans.length; k++) {
    if (layout.turns[k]) yield;
    const list = layout.close[k] ? all[k]! : candidatesOf(layout, k, bodies[k]!, taken, shorts, best.at);
    const there = list.find(({ place }) => place === best.at);
    // A record of another build says it elsewhere, in words of its own.
    scores.push((there ?? list.find((candidate) => candidate.said))?.score ?? null);
  }
  return scores;
}

/** Whoever writes twice shows the same number twice: it counts what the writer has got. Small numbers agree by chance. */
function staysWithWriter(found: ReadonlyMap<number, number>, names: readonly string[]): boolean {
  const known = new Map<string, number>();
  let same = 0;
  let other = 0;
  for (const [k, score] of found) {
    const before = names[k] === '' ? undefined : known.get(names[k]!);
    if (before === undefined) known.set(names[k]!, score);
    else if (before !== score) other++;
    else if (Math.abs(score) > 9) same++;
  }
  return same > 0 && other === 0;
}

/** Votes less one, as they are, and plus one: what shows before and after one's own vote. The middle one is the count. */
function withoutVariants(list: readonly Candidate[]): Candidate[] {
  return list.filter(({ score, parent }) => {
    const beside = list.filter((other) => other.parent === parent).map((other) => other.score);
    if (beside.length !== 3) return true;
    return Math.max(...beside) - Math.min(...beside) !== 2 || new Set(beside).size !== 3 || score === Math.min(...beside) + 1;
  });
}

/** Numbers of a record with something beside them that says votes; at one place only where `only` names one. */
function candidatesOf(
  layout: Layout,
  k: number,
  body: readonly number[],
  taken: ReadonlySet<number>,
  shorts: ShortTexts,
  only: number | null,
): Candidate[] {
  const { page } = layout;
  const texts = layout.texts[k]!;
  const list: Candidate[] = [];
  const wordsAt = (n: number): string => {
    const t = texts[n];
    return t === undefined || page.words[t]!.length > 200 ? '' : collapse(page.words[t]!).trim();
  };
  // "Joined 2006 · Messages 23,243 · Points 4,365": a row of the writer's own counts.
  const inProfile = (n: number) => [1, 2, 3, 4, 5, 6].some((back) => isLabel(wordsAt(n - back)));
  for (let n = 0; n < texts.length; n++) {
    const t = texts[n]!;
    const data = page.words[t]!;
    if (data.length > 200 || !/\d/.test(data)) continue;
    const i = page.owner[t]!;
    if (only !== null && layout.place[i] !== only) continue;
    const text = data.replace(/\s+/g, ' ').trim();
    if (text.length > LONGEST || (taken.has(i) && page.to[i]! - page.from[i]! <= 2) || AGAINST_WORD.test(text)) continue;
    if (inProfile(n)) continue;
    const said = counted(text);
    const bare = said ? null : BARE_COUNT.exec(text);
    if (!said && !bare) continue;
    const before = wordsAt(n - 1);
    if (bare && AGAINST_LABEL.test(before)) continue;
    // "12 points 3 replies": a label behind one number is not in front of the next.
    const labelled = VOTE_LABEL.test(before) && !BARE_COUNT.test(wordsAt(n - 2));
    const near = bare ? shorts(k, page.parent[i]!) : null;
    if (near !== null && COUNT_OF_ELSE.test(near)) continue;
    const icon = n === 0 ? '' : between(layout, k, page.at[t - 1]!, page.at[t]!, i);
    let worth = evidenceOf(layout, k, i, text);
    if (said) worth += 0.75;
    else {
      if (labelled) worth += 0.8;
      else if (near !== null && COUNT_THEN_WORD.test(near)) worth += 0.5;
      else if (OTHER_LABEL.test(before)) worth -= 0.5;
      if (near !== null && near !== text && counted(near)) worth += 0.3;
    }
    if (AGAINST_ICON.test(icon)) continue;
    if (VOTE_ICON.test(icon)) worth += 0.55;
    if (body.some((b) => page.from[b]! <= t && t < page.to[b]! && page.text[b]! > 60)) worth -= 0.5;
    const match = said ?? bare!;
    const score = toNumber(match[1]!, match[2]);
    if (worth >= LEAST_WORTH && score !== null)
      list.push({ place: layout.place[i]!, parent: page.parent[i]!, score, worth, said: said !== null });
  }
  return withoutVariants(list);
}

const counted = (text: string): RegExpExecArray | null =>
  /\d/.test(text) ? (COUNTS_BOTH.exec(text) ?? WORD_THEN_COUNT.exec(text) ?? COUNT_THEN_WORD.exec(text)) : null;

/** What the element of a number and those closely around it say. */
function evidenceOf(layout: Layout, k: number, i: number, text: string): number {
  const { page } = layout;
  const { start } = layout.spans[k]!;
  let worth = 0;
  for (let j = i, steps = 0; steps < 3 && j >= start; j = page.parent[j]!, steps++) {
    // What is said around more than the number is said of something else.
    if (page.to[j]! - page.from[j]! > (steps === 0 ? 2 : 6)) break;
    const element = page.elements[j]!;
    const className = attributeOf(element, 'class') ?? '';
    if (page.info[j]!.hints & HINT.score) worth += steps === 0 ? 0.7 : steps === 1 ? 0.3 : 0.1;
    if (steps < 2 && COUNTS.test(className)) worth += 0.6;
    if (steps < 2 && AGAINST_ICON.test(className) && !VOTE_ICON.test(className)) worth -= 1;
    if (page.info[j]!.hints & HINT.hidden) worth -= 0.4;
    if (steps > 1) continue;
    const prop = attributeOf(element, 'itemprop');
    if (prop === 'upvoteCount' || prop === 'ratingValue') worth += 1;
    for (const name of ['aria-label', 'title']) {
      const label = attributeOf(element, name);
      if (!label || label.length > 80) continue;
      if (AGAINST_WORD.test(label)) worth -= 1;
      else if (counted(label)) worth += 0.8;
      else if (VOTE_LABEL.test(label)) worth += 0.5;
      else if (label === text) worth += 0.2;
    }
  }
  if (ofWriter(layout, k, i)) worth -= 0.5;
  if (/^[\s(]*[-+−–]\d/.test(text)) worth += 0.35;
  return worth;
}

/** Classes, labels and addresses of the pictures and controls that open right in front of a number. */
function between(layout: Layout, k: number, from: number, to: number, owner: number): string {
  const { page } = layout;
  const { start } = layout.spans[k]!;
  let words = '';
  for (let i = Math.max(from, to - 6, start); i < to; i++) {
    if (i === owner) continue;
    const element = page.elements[i]!;
    if (page.text[i]! > 0 && page.end[i]! <= to) continue;
    words += ` ${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'alt') ?? ''} ${attributeOf(element, 'title')?.slice(0, 60) ?? ''} ${attributeOf(element, 'aria-label')?.slice(0, 60) ?? ''}`;
    if (page.tags[i] === 'IMG') words += ` ${/[^/]*$/.exec(attributeOf(element, 'src')?.slice(0, 200) ?? '')?.[0] ?? ''}`;
  }
  return words;
}

/** A number in the writer's profile counts what the writer has got, not the comment. */
function ofWriter({ page, spans }: Layout, record: number, i: number): boolean {
  for (let j = i, steps = 0; steps < 6 && j > spans[record]!.start; j = page.parent[j]!, steps++)
    if (page.info[j]!.hints & HINT.profile) return true;
  return false;
}

/** Votes as an attribute of the records' roots tells them, null where none does. */
function byAttribute(layout: Layout): (number | null)[] | null {
  for (const name of ATTRIBUTES) {
    const valueOfRoot = ({ start }: { readonly start: number }) => attributeOf(layout.page.elements[start]!, name);
    if (layout.spans.slice(0, 3).every((span) => valueOfRoot(span) === null)) continue;
    const found = layout.spans.map((span) => {
      const value = valueOfRoot(span);
      return value !== null && WHOLE.test(value) ? toNumber(value, undefined) : null;
    });
    if (found.filter((score) => score !== null).length > 0.5 * found.length) return found;
  }
  return null;
}

const UNIT: Readonly<Record<string, number>> = { k: 1e3, 千: 1e3, 천: 1e3, m: 1e6, w: 1e4, 万: 1e4, 萬: 1e4, 만: 1e4 };

function toNumber(text: string, unit: string | undefined): number | null {
  const plain = text.replace(/\s/g, '').replace(/[–−]/, '-').replace(/^\+/, '');
  const number = unit ? Number(plain.replace(',', '.')) : Number(plain.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.'));
  return Number.isNaN(number) ? null : Math.round(number * (unit ? UNIT[unit.toLowerCase()]! : 1));
}

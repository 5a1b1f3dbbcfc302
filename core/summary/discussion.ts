import { type Article, STORY_KINDS } from '../model/article';
import type { Digest } from '../model/summary';
import type { Comment, Thread } from '../model/thread';
import { guessLanguage } from '../text/language';
import { findActivity } from './activity';
import { distinctiveSteps } from './distinctive';
import { Duplicates } from './duplicates';
import { excerptOf } from './excerpt';
import { type Prepared, prepareComment } from './prepare';
import { findReplyPairs } from './replies';
import { representSteps } from './represent';
import { Vocabulary } from './tokens';

export interface DigestOptions {
  /** The story under discussion, null if there is none: terms are then those of the discussion itself. */
  readonly article: Article | null;
  /** Keys of comments that the reader's filters hide: they are counted, and nothing else. */
  readonly leftOut: ReadonlySet<string>;
  /** How many representative comments; without it 5, or 8 above 200 comments. */
  readonly picks?: number;
  /** Milliseconds since 1970; dates after it are misread. */
  readonly now: number;
}

const LISTED = 5;
const TERMS = 10;
const MANY = 200;
/** Under this many comments all are shown. */
const FEW = 8;
/** A slice of reading, small enough for a frame. */
const SLICE = 60;
/** Terms are counted in so many comments at most, evenly spread. */
const TERM_COMMENTS = 400;
const LANGUAGE_UNITS = 160;

function rankPeople(comments: readonly Comment[]): Pick<Digest, 'people' | 'busiest'> {
  const people = new Map<string, { name: string; count: number }>();
  for (const { author } of comments) {
    const key = author.id ?? author.name;
    if (key === '') continue;
    const known = people.get(key);
    if (known) known.count++;
    else people.set(key, { name: author.name, count: 1 });
  }
  const busiest = [...people.values()].filter(({ count }) => count > 1).sort((a, b) => b.count - a.count);
  return { people: people.size, busiest: busiest.slice(0, LISTED) };
}

function findMostReplied(comments: readonly Comment[]): Digest['mostReplied'] {
  const present = new Set(comments.map(({ key }) => key));
  const replies = new Map<string, number>();
  for (const { parentKey } of comments)
    if (parentKey !== null && present.has(parentKey)) replies.set(parentKey, (replies.get(parentKey) ?? 0) + 1);
  return [...replies]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, LISTED)
    .map(([key, count]) => ({ key, count }));
}

function findMostVoted(comments: readonly Comment[]): Digest['mostVoted'] {
  return comments
    .flatMap(({ key, score }) => (score !== null && score > 0 ? [{ key, score }] : []))
    .sort((a, b) => b.score - a.score)
    .slice(0, LISTED);
}

/** Runs steps as a part of a larger piece of work: their 0 to 1 becomes `from` to `to`. */
function* scaled<T>(steps: Generator<number, T>, from: number, to: number): Generator<number, T> {
  let step = steps.next();
  while (!step.done) {
    yield from + (to - from) * step.value;
    step = steps.next();
  }
  return step.value;
}

function every<T>(list: readonly T[], most: number): T[] {
  const stride = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, i) => i % stride === 0);
}

/**
 * Digests a discussion in slices of a few milliseconds: yields how much is done (0 to 1, rising), returns the digest. Run it to the
 * end in one go, or with a pause between the steps to keep the page alive. The post that opened the thread is not a comment here.
 */
export function* digestSteps(thread: Thread, options: DigestOptions): Generator<number, Digest> {
  const all = thread.comments.filter(({ op }) => !op);
  const comments = all.filter(({ key }) => !options.leftOut.has(key));
  const vocabulary = new Vocabulary();
  const items: Prepared[] = [];
  const duplicates = new Duplicates();
  const leaders: number[] = [];
  const langs = new Map<string, number>();
  for (const [i, comment] of comments.entries()) {
    const item = prepareComment(comment, vocabulary);
    items.push(item);
    leaders.push(duplicates.add(item));
    const lang = guessLanguage(comment.text.slice(0, LANGUAGE_UNITS));
    if (lang !== null) langs.set(lang, (langs.get(lang) ?? 0) + 1);
    if (i % SLICE === SLICE - 1) yield (0.5 * i) / comments.length;
  }
  yield 0.5;
  const weights = new Map<number, number>();
  for (const leader of leaders) weights.set(leader, (weights.get(leader) ?? 0) + 1);
  const pool = [...weights].map(([at, weight]) => ({ item: items[at]!, weight }));
  const picks = options.picks ?? (comments.length > MANY ? 8 : 5);
  let chosen: Prepared[];
  if (comments.length < FEW && options.picks === undefined) chosen = items;
  else {
    const places = yield* scaled(representSteps(pool, picks), 0.5, 0.8);
    chosen = places.map((i) => pool[i]!.item);
  }
  yield 0.8;
  const ranked = [...langs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([lang, count]) => ({ lang, count }));
  const background = options.article?.blocks.filter(({ kind }) => STORY_KINDS.has(kind)).map(({ text }) => text) ?? [];
  const terms = yield* scaled(distinctiveSteps(every(comments, TERM_COMMENTS), background, ranked[0]?.lang ?? null, TERMS), 0.8, 0.95);
  yield 0.95;
  const counted = { ...rankPeople(comments), maxDepth: comments.reduce((most, { depth }) => Math.max(most, depth), 0) };
  yield 0.96;
  const activity = findActivity(comments, options.now);
  yield 0.97;
  const groups = duplicates.groups();
  yield 0.98;
  const lists = { mostReplied: findMostReplied(comments), mostVoted: findMostVoted(comments) };
  yield 0.99;
  return {
    comments: all.length,
    leftOut: all.length - comments.length,
    declared: thread.declared,
    ...counted,
    ...activity,
    langs: ranked,
    duplicates: groups,
    representative: chosen.map(({ comment }) => ({ key: comment.key, text: excerptOf(comment.text) })),
    ...lists,
    terms,
    replyPairs: findReplyPairs(comments, LISTED),
  };
}

/** Digests a discussion in one go: see `digestSteps`, which threads of more than some hundred comments should use. */
export function digestDiscussion(thread: Thread, options: DigestOptions): Digest {
  const steps = digestSteps(thread, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

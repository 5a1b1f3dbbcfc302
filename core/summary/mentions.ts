import type { Mention } from '../model/summary';
import { wordSegments } from '../text/segment';
import type { Candidate } from './candidates';
import { type NameEvidence, readNameEvidence } from './name-evidence';
import { findNames, mayBeGiven } from './names';
import { findNumbers } from './numbers';

/** More than these nobody looks at. */
const LISTED = 6;
/** Sentences that are read: names and figures that matter come early, and the cost stays bounded. */
const READ = 160;

interface Seen {
  mention: Mention;
  count: number;
  worth: number;
  /** For a number: where its unit ends, in its sentence. */
  readonly core?: number;
}

const at = (candidate: Candidate, start: number, end: number): Mention => ({
  text: candidate.text.slice(start, end),
  count: 1,
  block: candidate.block,
  start: candidate.start + start,
  end: candidate.start + end,
  sentence: { text: candidate.text, block: candidate.block, start: candidate.start, end: candidate.end },
});
const best = (seen: Iterable<Seen>): Mention[] =>
  [...seen]
    .sort((a, b) => b.worth - a.worth || a.mention.block - b.mention.block || a.mention.start - b.mention.start)
    .slice(0, LISTED)
    .map(({ mention, count, core }) => ({ ...(core === undefined ? mention : cutAtWord(mention, core)), count }));
/** Cuts what is counted at the end of a word, where the script has no spaces: 70件展品, not 70件展品共. */
function cutAtWord(mention: Mention, core: number): Mention {
  const { sentence } = mention;
  const start = mention.start - sentence.start;
  const end = mention.end - sentence.start;
  if (core >= end || !/[\u3400-\u9fff]/.test(mention.text)) return mention;
  let cut = core;
  for (const { index, segment } of wordSegments(sentence.text.slice(core, end + 4), 'zh'))
    if (core + index + segment.length <= end) cut = core + index + segment.length;
  return { ...mention, text: sentence.text.slice(start, cut), end: sentence.start + cut };
}
const words = (name: string) => name.split(/[ \u00a0·・]/);
const lastWord = (name: string) => name.split(/[ \u00a0·・]/).at(-1)!;
function occurrences(text: string, part: string): number {
  let count = 0;
  for (let i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length)) count++;
  return count;
}

/** The name with the given name before it, where the story writes it so somewhere: "Ms Example" is Anna Example in another sentence. */
function fullName(mention: Mention, list: readonly Candidate[], evidence: NameEvidence): Mention {
  if (!/^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(mention.text) || /[\u3400-\u9fff]/.test(mention.text)) return mention;
  for (const candidate of list) {
    const found = candidate.text.indexOf(` ${mention.text}`);
    const given = found < 0 ? null : /(?<![\p{L}.'’-])\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*$/u.exec(candidate.text.slice(0, found));
    if (given && mayBeGiven(given[0]) && !evidence.isCommon(given[0])) return at(candidate, given.index, found + 1 + mention.text.length);
  }
  return mention;
}

/**
 * The people and numbers worth a look: each in its place, with the sentence that holds it. People by how often the story names them
 * (their last name alone counts), numbers by their sentence's score and by how much they tell. Both empty if the text shows none.
 */
export function findMentions(
  list: readonly Candidate[],
  scores: readonly number[],
  lang: string | null,
): { readonly people: readonly Mention[]; readonly numbers: readonly Mention[] } {
  const people = new Map<string, Seen>();
  const numbers = new Map<string, Seen>();
  const read = list.slice(0, READ);
  const order = read.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const rank = new Map(order.map((index, place) => [index, place]));
  const evidence = readNameEvidence(
    read.map(({ text }) => text),
    lang,
  );
  for (const [i, candidate] of read.entries()) {
    for (const { start, end } of findNames(candidate, evidence)) {
      const mention = at(candidate, start, end);
      const own = words(mention.text);
      const ends = (long: readonly string[], short: readonly string[]) => long.slice(-short.length).join() === short.join();
      // One name in two forms: a part of the other, or the same behind a role that was not known as one.
      const known = [...people.values()].find(({ mention: { text } }) => {
        const other = words(text);
        const [short, long] = own.length > other.length ? [other, own] : [own, other];
        return ends(long, short) || (short.length === 1 && long.includes(short[0]!));
      });
      if (!known) people.set(mention.text, { mention, count: 0, worth: 0 });
      else if (own.length === 2 && words(known.mention.text).length !== 2) known.mention = mention;
    }
    for (const { start, end, core, worth } of findNumbers(candidate)) {
      const mention = at(candidate, start, end);
      const value = worth + 2 / (1 + (rank.get(i) ?? READ) / 4);
      const known = numbers.get(mention.text.toLowerCase());
      if (!known) numbers.set(mention.text.toLowerCase(), { mention, count: 1, worth: value, core });
      else {
        known.count++;
        known.worth = Math.max(known.worth, value) + 0.25;
      }
    }
  }
  for (const one of people.values()) one.mention = fullName(one.mention, read, evidence);
  const whole = read.map(({ text }) => text).join('\n');
  for (const one of people.values()) {
    const last = lastWord(one.mention.text);
    one.count = Math.max(1, occurrences(whole, last.length > 2 || /[\u3400-\u9fff]/.test(last) ? last : one.mention.text));
    one.worth = one.count;
  }
  return { people: best(people.values()), numbers: best(numbers.values()) };
}

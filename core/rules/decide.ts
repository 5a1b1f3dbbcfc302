import type { Decision } from '../model/decision';
import { hash32 } from '../model/key';
import type { SitePack } from '../model/pack';
import type { Settings } from '../model/settings';
import type { Thread } from '../model/thread';
import { createAsker, type Standing } from './asker';
import type { CompiledRules } from './compile';
import { createMatcher } from './match';
import { holds } from './nodes';
import { type Carried, settle } from './settle';
import { threadFacts } from './thread-facts';
import { isReader, own, personOf } from './who';

export interface DecideInput {
  readonly thread: Thread;
  readonly pack: SitePack;
  readonly rules: CompiledRules;
  readonly settings: Settings;
  /** Milliseconds since the epoch, for the age of comments. */
  readonly now: number;
  /** Name or id of the signed-in reader; `thread.reader` if left out. */
  readonly reader?: string | null;
  /** A better guess of a comment's language than its script. */
  readonly langOf?: (text: string) => string | null;
}

const SLICE = 200; // comments between two pauses: about 1 ms with words, 10 ms with a hundred patterns
const PATTERN_READS = 20_000; // the same with more patterns: comments times patterns between two pauses
const seenSets = new WeakMap<readonly number[], Set<number>>();

function seenBefore(pack: SitePack, threadKey: string): ReadonlySet<number> | null {
  const hashes = own(pack.seen, threadKey);
  if (!hashes) return null;
  let set = seenSets.get(hashes);
  if (!set) {
    set = new Set(hashes);
    seenSets.set(hashes, set);
  }
  return set;
}

/** `decide` in slices: yields every 200 comments, for threads of thousands. */
export function* decideInSlices(input: DecideInput): Generator<void, Decision[]> {
  const { thread, pack, rules, settings } = input;
  const { comments } = thread;
  const patterns = rules.rules.reduce((sum, one) => sum + one.patterns.length, 0);
  const slice = Math.max(1, Math.min(SLICE, Math.floor(PATTERN_READS / Math.max(1, patterns))));
  const reader = input.reader === undefined ? thread.reader : input.reader;
  const marks = own(pack.marks, thread.key) ?? {};
  const seen = seenBefore(pack, thread.key);
  const matcher = createMatcher(rules);
  const facts = threadFacts(thread);
  const asker = createAsker(input, matcher, facts);
  const decisions: Decision[] = new Array(comments.length);
  const carried: (Carried | null)[] = new Array(comments.length).fill(null);
  const asked = new Uint32Array(rules.rules.length);
  let round = 0;

  /** Index of the parent, -1 without one on this page. */
  const parentOf = (at: number): number => {
    const key = comments[at]!.parentKey;
    return key === null ? -1 : (facts.indexOf(key) ?? -1);
  };

  function decideOne(at: number): void {
    const comment = comments[at]!;
    const { key, text, author } = comment;
    const person = personOf(author, pack);
    const isMine = isReader(author, reader);
    const isNew = seen !== null && !isMine && !seen.has(hash32(key));
    const parent = rules.needsParents ? parentOf(at) : -1;
    const above = parent >= 0 && parent !== at ? decisions[parent] : undefined;
    const standing: Standing = { comment, at, labels: person?.l ?? [], isMine, isNew, parent: above ?? null };
    matcher.read(text, author);

    let candidates = rules.always;
    if (matcher.touched.length > 0) {
      round++;
      const gated: number[] = [];
      for (const leaf of matcher.touched) {
        const rule = rules.ruleOf[leaf]!;
        if (rule < 0 || asked[rule] === round) continue;
        asked[rule] = round;
        gated.push(rule);
      }
      for (const rule of rules.always) if (asked[rule] !== round) gated.push(rule);
      candidates = gated.sort((a, b) => a - b);
    }
    const matched = [];
    asker.turnTo(standing);
    for (const index of candidates) {
      const rule = rules.rules[index]!;
      if (!holds(rule.node, asker)) continue;
      matched.push(rule);
      const { action } = rule.rule;
      if (action.kind === 'label' && !standing.labels.some((one) => one.text === action.label.text)) {
        standing.labels = [...standing.labels, action.label];
      }
    }
    const settled = settle({
      comment,
      marks: own(marks, key) ?? [],
      person,
      isMine,
      matched,
      labels: standing.labels,
      carried: above ? carried[parent]! : null,
      noTrace: settings.stubStyle === 'none',
    });
    carried[at] = settled.carried;
    const spans = settled.deciding.flatMap((one) => matcher.spans(one.rule.uuid, one.leaves, one.patterns, text));
    decisions[at] = {
      key,
      treatment: settled.treatment,
      because: settled.because,
      colour: settled.colour,
      labels: standing.labels,
      noted: settled.noted,
      isNew: isNew && settings.markNew,
      spans,
    };
  }

  const path: number[] = [];
  for (let at = 0; at < comments.length; at++) {
    if (at % slice === slice - 1) yield;
    if (decisions[at]) continue;
    if (!rules.needsParents) {
      decideOne(at);
      continue;
    }
    // A parent may stand below its replies (newest first): climb to the first decided ancestor, then come down. A loop of parents ends the climb.
    const climbing = new Set<number>();
    for (let up = at; up >= 0 && !decisions[up] && !climbing.has(up); up = parentOf(up)) {
      climbing.add(up);
      path.push(up);
    }
    while (path.length > 0) decideOne(path.pop()!);
  }
  return decisions;
}

/**
 * What happens to each comment, parallel to `thread.comments`, each with its reasons. Who beats whom: the reader's own posts, `allow` marks,
 * people set to "show" and `show` rules are never hidden; then hide marks, the person's action, label rules, rules by priority, and last the
 * replies of what a rule took along. A subscribed list's `show` holds only against lists.
 */
export function decide(input: DecideInput): Decision[] {
  const steps = decideInSlices(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

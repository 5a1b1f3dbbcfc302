import type { Decision } from '../model/decision';
import type { Label } from '../model/person';
import type { Comment } from '../model/thread';
import { matchingName } from '../text/fold';
import type { DecideInput } from './decide';
import type { Matcher } from './match';
import { ageInHours, floorNumber, isOnly, languageByScript, lengthOf, linksIn } from './measure';
import type { Asked, NumberKind } from './nodes';
import type { ThreadFacts } from './thread-facts';

/** A comment as it stands before the rules: who wrote it, where, under what. `labels` grows as label rules match. */
export interface Standing {
  readonly comment: Comment;
  readonly at: number;
  labels: readonly Label[];
  readonly isMine: boolean;
  readonly isNew: boolean;
  /** The parent's decision; null without a parent on this page. */
  readonly parent: Decision | null;
}

/** Answers the conditions' questions about one comment after the other. */
export function createAsker(input: DecideInput, matcher: Matcher, facts: ThreadFacts): Asked & { turnTo(standing: Standing): void } {
  let now: Standing;
  const numbers: Record<NumberKind, () => number | null> = {
    length: () => lengthOf(now.comment.text),
    links: () => linksIn(now.comment.text),
    score: () => now.comment.score,
    depth: () => now.comment.depth,
    floor: () => floorNumber(now.comment.floor),
    position: () => now.at + 1,
    repeats: () => facts.repeats(now.comment),
    age: () => ageInHours(now.comment, input.now),
  };
  return {
    turnTo(standing) {
      now = standing;
    },
    hit: (leaf) => matcher.hit(leaf),
    matches: (pattern, of) =>
      of === 'author' ? pattern.find(now.comment.author.name).length > 0 : matcher.pattern(pattern, now.comment.text),
    labelled: (text) => now.labels.some((label) => matchingName(label.text) === text),
    number: (what) => numbers[what](),
    lang: () => (input.langOf ?? languageByScript)(now.comment.text),
    only: (what) => isOnly(what, now.comment.text),
    is(what) {
      switch (what) {
        case 'mine':
          return now.isMine;
        case 'new':
          return now.isNew;
        case 'first':
          return now.comment.op || (now.at === 0 && (floorNumber(now.comment.floor) ?? 1) <= 1);
        case 'replyToHidden':
          return now.parent?.treatment === 'hide' || now.parent?.treatment === 'vanish';
      }
    },
  };
}

import type { Decision, Reason, Treatment } from '../model/decision';
import type { PackedMark, PackedPerson } from '../model/pack';
import type { Colour, Label } from '../model/person';
import type { Comment } from '../model/thread';
import type { CompiledRule } from './compile';

/** What a hidden comment hands down to its replies when its rule takes them along. */
export interface Carried {
  readonly treatment: Treatment;
  readonly name: string;
}

/** Everything that bears on one comment. */
export interface Claims {
  readonly comment: Comment;
  readonly marks: readonly PackedMark[];
  readonly person: PackedPerson | null;
  readonly isMine: boolean;
  /** Rules that hold, in the order in which they are asked. */
  readonly matched: readonly CompiledRule[];
  readonly labels: readonly Label[];
  readonly carried: Carried | null;
  /** Hide means vanish. */
  readonly noTrace: boolean;
}

export interface Settled extends Pick<Decision, 'treatment' | 'because' | 'colour' | 'noted'> {
  readonly carried: Carried | null;
  /** The rules among the reasons: their matches are marked. */
  readonly deciding: readonly CompiledRule[];
}

interface Claim {
  readonly treatment: Treatment;
  readonly reason: Reason;
  readonly colour: Colour | null;
  readonly rule: CompiledRule | null;
}

const NONE: readonly never[] = [];
const PLAIN = { treatment: 'show', because: NONE, colour: null, deciding: NONE } as const;
const isHiding = (claim: Claim): boolean => claim.treatment !== 'highlight';

function reasonOf(one: CompiledRule): Reason {
  return { kind: one.byLabel ? 'label' : 'rule', id: one.rule.uuid, name: one.name };
}

/** Settles who wins. The winner is the first reason; after it come the others that ask for a like treatment. */
export function settle({ comment, marks, person, isMine, matched, labels, carried, noTrace }: Claims): Settled {
  const noted = marks.some((mark) => mark.k === 'n' || mark.k === 'l' || mark.k === 'b');
  if (marks.length === 0 && !person?.a && matched.length === 0 && !carried) return { ...PLAIN, noted, carried: null };

  const claims: Claim[] = [];
  const hideMark = marks.find((mark) => mark.k === 'h');
  if (hideMark) claims.push({ treatment: 'hide', reason: { kind: 'mark', id: hideMark.u, name: '' }, colour: null, rule: null });
  if (person?.a && person.a !== 'show') {
    const colour = person.a === 'highlight' ? (labels[0]?.colour ?? 'yellow') : null;
    claims.push({ treatment: person.a, reason: { kind: 'person', id: person.u, name: person.n }, colour, rule: null });
  }
  for (const one of matched) {
    if (one.treatment === null || one.treatment === 'show') continue;
    const { action } = one.rule;
    claims.push({ treatment: one.treatment, reason: reasonOf(one), colour: action.kind === 'highlight' ? action.colour : null, rule: one });
  }

  const shield: { reason: Reason; rule: CompiledRule | null }[] = [];
  const allow = marks.find((mark) => mark.k === 'a');
  if (allow) shield.push({ reason: { kind: 'mark', id: allow.u, name: '' }, rule: null });
  if (person?.a === 'show') shield.push({ reason: { kind: 'person', id: person.u, name: person.n }, rule: null });
  let isShielded = isMine || shield.length > 0;
  let isShieldedFromLists = false;
  for (const one of matched) {
    if (one.treatment !== 'show') continue;
    shield.push({ reason: reasonOf(one), rule: one });
    if (one.rule.origin.kind === 'mine') isShielded = true;
    else isShieldedFromLists = true;
  }
  const standing = claims.filter((claim) => {
    if (!isHiding(claim)) return true;
    return !isShielded && !(isShieldedFromLists && claim.rule?.rule.origin.kind === 'list');
  });

  const winner = standing[0];
  if (winner) {
    const like = standing.filter((claim) => isHiding(claim) === isHiding(winner));
    const treatment = winner.treatment === 'hide' && noTrace ? 'vanish' : winner.treatment;
    const takesAlong = isHiding(winner) && like.some((claim) => claim.rule?.rule.replies);
    return {
      treatment,
      because: like.map((claim) => claim.reason),
      colour: winner.colour,
      noted,
      carried: takesAlong ? { treatment, name: winner.reason.name } : carried,
      deciding: like.flatMap((claim) => claim.rule ?? []),
    };
  }
  if (carried && !isShielded && !isShieldedFromLists && comment.parentKey !== null) {
    const because: Reason[] = [{ kind: 'parent', id: comment.parentKey, name: carried.name }];
    return { treatment: carried.treatment, because, colour: null, noted, carried, deciding: NONE };
  }
  return {
    treatment: 'show',
    because: shield.map((one) => one.reason),
    colour: null,
    noted,
    carried,
    deciding: shield.flatMap((one) => one.rule ?? []),
  };
}

import type { Decision, Span } from '../model/decision';
import type { RuleOrigin } from '../model/rule';
import type { Comment } from '../model/thread';
import type { CompiledRules } from './compile';

/** One reason, for the panel that answers "Why?". */
export interface Explained {
  /** Catalogue key: `why.mark`, `why.person`, `why.label`, `why.rule` or `why.parent`. */
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
  /** What can be edited or switched off: the rule's, person's or mark's uuid, the parent's key. */
  readonly id: string;
  readonly origin: RuleOrigin | null;
  /** True where it kept the comment on the page (always show) instead of acting on it. */
  readonly kept: boolean;
  /** Matches of this reason in the comment's text, in order. */
  readonly spans: readonly Span[];
  /** The matched words as they stand in the comment, without repetition, with the foldings that found them. */
  readonly words: readonly { readonly text: string; readonly by: readonly string[] }[];
}

export interface Explanation {
  /** The winner first. Empty: nothing speaks for or against the comment. */
  readonly reasons: readonly Explained[];
  /** All matches in the comment's text, in order, overlaps joined. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Why a decision was made, as data for the UI: catalogue keys and values, never sentences. */
export function explain(comment: Comment, decision: Decision, rules: CompiledRules): Explanation {
  const reasons = decision.because.map(({ kind, id, name }): Explained => {
    const rule = kind === 'rule' || kind === 'label' ? rules.rules.find((one) => one.rule.uuid === id) : undefined;
    const origin = rule?.rule.origin ?? null;
    const spans = decision.spans.filter((span) => span.rule === id);
    const words = new Map<string, readonly string[]>();
    for (const span of spans) {
      const text = comment.text.slice(span.start, span.end);
      if (!words.has(text)) words.set(text, span.by === '' ? [] : span.by.split(' '));
    }
    return {
      key: `why.${kind}`,
      values: { name },
      id,
      origin,
      kept: decision.treatment === 'show',
      spans,
      words: [...words].map(([text, by]) => ({ text, by })),
    };
  });
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...decision.spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return { reasons, spans: joined };
}

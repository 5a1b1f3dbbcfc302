import type { Decision, Reason, Treatment } from '../core/model/decision';
import { sayTerms } from '../core/text/say-terms';
import type { MessageKey, Strings } from './strings';

/** Treatments that take a comment out of sight, wholly or for the most part. */
export const OUT_OF_SIGHT: ReadonlySet<Treatment> = new Set<Treatment>(['hide', 'vanish', 'fold']);

const TREATMENTS: Readonly<Record<Treatment, MessageKey>> = {
  show: 'why.shown',
  hide: 'why.hidden',
  vanish: 'why.vanished',
  fold: 'why.folded',
  dim: 'why.dimmed',
  highlight: 'why.highlighted',
};
const REASONS: Readonly<Record<Reason['kind'], MessageKey>> = {
  mark: 'why.mark',
  person: 'why.person',
  label: 'why.label',
  rule: 'why.rule',
  parent: 'why.parent',
};

/** One reason in words: `rule “slurs”`. */
export const reasonText = ({ kind, name }: Reason, { t }: Strings): string =>
  t(REASONS[kind], { name: kind === 'person' ? name : sayTerms((key) => t(key as MessageKey), name) });

/** What happened to a comment, in one word: `Hidden`. */
export const treatmentText = (decision: Decision, { t }: Strings): string => t(TREATMENTS[decision.treatment]);

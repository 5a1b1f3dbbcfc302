import type { Condition } from '../core/model/rule';
import type { MessageKey } from './strings';

export type ConditionKind = Condition['kind'];
export type GroupCondition = Extract<Condition, { of: readonly Condition[] }>;
export type RangeCondition = Extract<Condition, { range: unknown }>;

/** What a condition is called in the editor, in the order of the menu. */
export const CONDITION_NAMES: Readonly<Record<ConditionKind, MessageKey>> = {
  words: 'condition.words',
  regex: 'condition.regex',
  author: 'condition.author',
  authorMatches: 'condition.authorMatches',
  label: 'condition.label',
  length: 'condition.length',
  links: 'condition.links',
  score: 'condition.score',
  age: 'condition.age',
  depth: 'condition.depth',
  floor: 'condition.floor',
  position: 'condition.position',
  repeats: 'condition.repeats',
  lang: 'condition.lang',
  only: 'condition.only',
  replyToHidden: 'condition.replyToHidden',
  first: 'condition.first',
  new: 'condition.new',
  mine: 'condition.mine',
  all: 'condition.all',
  any: 'condition.any',
  none: 'condition.none',
};

/** True for conditions that join others. */
export const isGroup = (when: Condition): when is GroupCondition => when.kind === 'all' || when.kind === 'any' || when.kind === 'none';

/** A fresh condition of a kind, with nothing filled in. */
export function emptyCondition(kind: ConditionKind): Condition {
  switch (kind) {
    case 'words':
      return { kind, words: [], part: false, lookalikes: false, spaced: false };
    case 'regex':
    case 'authorMatches':
      return { kind, source: '', flags: 'i' };
    case 'author':
      return { kind, names: [], id: null };
    case 'label':
      return { kind, text: '' };
    case 'lang':
      return { kind, langs: [] };
    case 'only':
      return { kind, what: 'emoji' };
    case 'replyToHidden':
    case 'first':
    case 'new':
    case 'mine':
      return { kind };
    case 'all':
    case 'any':
    case 'none':
      return { kind, of: [emptyCondition('words')] };
    default:
      return { kind, range: { min: null, max: null } };
  }
}

/** Items of a list that a person typed: one a line or separated by commas of either width. */
export const itemsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n,\uff0c\u3001]/u)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
];
